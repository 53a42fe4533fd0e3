package dev.torii.engine.people;

import dev.torii.models.catalog.Video;
import java.util.List;

/// Positive interactions as arrays, users by row (compressed sparse rows): what the trainers and the evaluation
/// read.
///
/// Row `u` holds `items[rowStarts[u] .. rowStarts[u+1])`, sorted by time (unknown times first, in the order of the
/// data), each item at most once.
///
/// @param rowStarts length users + 1
/// @param items item index of each interaction, 0 to `videos.size()` - 1
/// @param epochSeconds time of each interaction; 0 where unknown
/// @param videos the item of each index, with its terms and title; of a database they are packed
/// ([dev.torii.engine.catalog.PackedVideos]) and made anew when read: go through them once and keep what you
/// compute, never a copy of the list
/// @param userKeys a stable name of each user row (UUID or the id in a file)
public record InteractionSet(
        int[] rowStarts, int[] items, long[] epochSeconds, List<Video> videos, List<String> userKeys) {

    public InteractionSet {
        if (rowStarts.length != userKeys.size() + 1 || items.length != epochSeconds.length) {
            throw new IllegalArgumentException("array lengths do not fit together");
        }
    }

    public int userCount() {
        return userKeys.size();
    }

    public int itemCount() {
        return videos.size();
    }

    public int interactionCount() {
        return items.length;
    }

    /// How often each item occurs.
    public int[] itemCounts() {
        int[] counts = new int[videos.size()];
        for (int item : items) {
            counts[item]++;
        }
        return counts;
    }
}

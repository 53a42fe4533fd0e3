package dev.torii.engine.evaluate;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The genres of each item as flat arrays: item `i` bears `genres[starts[i] .. starts[i+1])`, ascending, numbers
/// into `names`.
record ItemGenres(int[] starts, int[] genres, List<String> names) {
    /// Reads each video once.
    static ItemGenres of(List<Video> videos) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        int[] starts = new int[videos.size() + 1];
        int[] genres = new int[1024];
        int item = 0;
        for (Video video : videos) {
            int[] own = video.terms().stream()
                    .filter(term -> term.kind() == TermKind.GENRE)
                    .map(Term::name)
                    .mapToInt(name -> numbers.computeIfAbsent(name, unseen -> {
                        names.add(unseen);
                        return names.size() - 1;
                    }))
                    .sorted()
                    .distinct()
                    .toArray();
            starts[item + 1] = starts[item] + own.length;
            if (starts[item + 1] > genres.length) {
                genres = Arrays.copyOf(genres, Math.max(starts[item + 1], genres.length * 2));
            }
            System.arraycopy(own, 0, genres, starts[item], own.length);
            item++;
        }
        return new ItemGenres(starts, Arrays.copyOf(genres, starts[videos.size()]), List.copyOf(names));
    }

    boolean isEmpty() {
        return genres.length == 0;
    }

    boolean has(int item, int genre) {
        return Arrays.binarySearch(genres, starts[item], starts[item + 1], genre) >= 0;
    }

    /// Intra-list diversity (Ziegler et al., WWW 2005, with the similarity of Jaccard): 1 minus the mean, over all
    /// pairs of the first `k` items, of shared genres over all genres of the two. Items without a genre share none.
    /// 0 to 1; 0 for a list of fewer than two.
    double diversity(int[] list, int k) {
        int length = Math.min(k, list.length);
        if (length < 2) {
            return 0;
        }
        double similar = 0;
        for (int a = 1; a < length; a++) {
            for (int b = 0; b < a; b++) {
                similar += jaccard(list[a], list[b]);
            }
        }
        return 1 - similar / (length * (length - 1) / 2.0);
    }

    private double jaccard(int first, int second) {
        int a = starts[first];
        int b = starts[second];
        int shared = 0;
        while (a < starts[first + 1] && b < starts[second + 1]) {
            int order = Integer.compare(genres[a], genres[b]);
            shared += order == 0 ? 1 : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        int either = starts[first + 1] - starts[first] + starts[second + 1] - starts[second] - shared;
        return either == 0 ? 0 : (double) shared / either;
    }
}

package dev.torii.engine.recommend.retrieval;

import dev.torii.models.catalog.CatalogFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// All vectors of one model version at one moment: segments with the rows of each that count. Immutable; safe for
/// any number of threads.
public final class VectorSnapshot {
    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);

    private final String modelVersion;
    private final int dimension;
    private final long watermark;
    private final SearchSettings settings;
    private final List<Part> parts;

    /// A segment, and which of its rows were neither replaced nor removed since.
    record Part(VectorSegment segment, BitSet live) {}

    VectorSnapshot(String modelVersion, int dimension, long watermark, SearchSettings settings, List<Part> parts) {
        this.modelVersion = modelVersion;
        this.dimension = dimension;
        this.watermark = watermark;
        this.settings = settings;
        this.parts = List.copyOf(parts);
    }

    public String modelVersion() {
        return modelVersion;
    }

    public int dimension() {
        return dimension;
    }

    /// The last change of the database that is in here.
    public long watermark() {
        return watermark;
    }

    public int rowCount() {
        return parts.stream().mapToInt(part -> part.live().cardinality()).sum();
    }

    List<Part> parts() {
        return parts;
    }

    /// The vector of a video, as it was stored.
    public Optional<float[]> vector(UUID id) {
        for (Part part : parts) {
            int row = part.segment().row(id);
            if (row >= 0 && part.live().get(row)) {
                return Optional.of(part.segment().vector(row));
            }
        }
        return Optional.empty();
    }

    /// The dot product of `query` and the vector of a video; 0 when it has none here.
    public float score(float[] query, UUID id) {
        return vector(id).map(vector -> dot(query, vector)).orElse(0f);
    }

    private static float dot(float[] left, float[] right) {
        float sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }

    /// Whether a video has a vector here.
    public boolean contains(UUID id) {
        return parts.stream().anyMatch(part -> {
            int row = part.segment().row(id);
            return row >= 0 && part.live().get(row);
        });
    }

    /// The `count` rows with the largest dot product with `query` among those that pass `filter`.
    ///
    /// @param query of length [#dimension()]
    /// @param excluded ids that must not be answered, in addition to the filter's own
    public SearchResult search(float[] query, int count, CatalogFilter filter, Set<UUID> excluded) {
        return search(query, count, eligible(filter, excluded));
    }

    /// The rows that pass `filter`.
    ///
    /// @param excluded ids that must not be among them, in addition to the filter's own
    public EligibleRows eligible(CatalogFilter filter, Set<UUID> excluded) {
        return new EligibleRows(parts, filter, excluded);
    }

    /// The `count` rows with the largest dot product with `query` among `eligible`, which is of this snapshot.
    public SearchResult search(float[] query, int count, EligibleRows eligible) {
        if (query.length != dimension) {
            throw new IllegalArgumentException(
                    "the query has " + query.length + " dimensions, the vectors have " + dimension);
        }
        if (eligible.count() == 0) {
            return new SearchResult(List.of(), 0, eligible.excluded(), QueryPlan.NOTHING);
        }
        QueryPlan plan = eligible.count() <= settings.exactUpTo() ? QueryPlan.EXACT : QueryPlan.ROUNDED_THEN_EXACT;
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            hits.addAll(hits(parts.get(i).segment(), query, eligible.rows(i), count, plan));
        }
        hits.sort(BEST_FIRST);
        return new SearchResult(
                hits.subList(0, Math.min(count, hits.size())), eligible.count(), eligible.excluded(), plan);
    }

    private List<Hit> hits(VectorSegment segment, float[] vector, BitSet matching, int count, QueryPlan plan) {
        QuantizedQuery query = QuantizedQuery.of(vector, segment.stride());
        TopRows best;
        if (plan == QueryPlan.EXACT) {
            best = SegmentScan.exact(segment, query, matching, count);
        } else {
            TopRows candidates = SegmentScan.rounded(segment, query, matching, Math.max(settings.rescore(), 4 * count));
            best = new TopRows(count);
            for (int i = 0; i < candidates.size(); i++) {
                best.offer(candidates.row(i), segment.exact(query, candidates.row(i)));
            }
        }
        List<Hit> hits = new ArrayList<>(best.size());
        for (int i = 0; i < best.size(); i++) {
            hits.add(new Hit(segment.id(best.row(i)), best.score(i)));
        }
        return hits;
    }
}

package dev.torii.engine.evaluate;

import java.util.Locale;

/// The accuracy of one ranked list against the items that its user went on to like. Relevance is binary.
///
/// `hits[r]` says whether the item at rank `r` (0 is the first) is relevant; `relevant` is how many relevant
/// items the user has in all, in the list or not, and at least 1. Only the first `k` ranks count; a list may be
/// shorter than `k` (then the missing ranks are misses). Every value is between 0 and 1.
public enum RankingMetric {
    /// Discounted gain with 1 / log2(rank + 1), ranks from 1, over that of the ideal list, which holds min(k,
    /// relevant) relevant items first (Järvelin and Kekäläinen, 2002).
    NDCG {
        @Override
        public double of(boolean[] hits, int relevant, int k) {
            double gain = 0;
            for (int rank = 0; rank < Math.min(k, hits.length); rank++) {
                if (hits[rank]) {
                    gain += discount(rank);
                }
            }
            double ideal = 0;
            for (int rank = 0; rank < Math.min(k, relevant); rank++) {
                ideal += discount(rank);
            }
            return gain / ideal;
        }
    },
    /// Hits in the first k over all relevant items of the user (not over min(k, relevant): a user with more than
    /// k relevant items cannot reach 1).
    RECALL {
        @Override
        public double of(boolean[] hits, int relevant, int k) {
            return (double) hitCount(hits, k) / relevant;
        }
    },
    /// 1 when there is any hit in the first k, else 0.
    HIT_RATE {
        @Override
        public double of(boolean[] hits, int relevant, int k) {
            return hitCount(hits, k) > 0 ? 1 : 0;
        }
    },
    /// Hits in the first k over k.
    PRECISION {
        @Override
        public double of(boolean[] hits, int relevant, int k) {
            return (double) hitCount(hits, k) / k;
        }
    },
    /// Average precision: the mean, over min(k, relevant), of the precision at the rank of each hit in the first
    /// k.
    MAP {
        @Override
        public double of(boolean[] hits, int relevant, int k) {
            double sum = 0;
            int found = 0;
            for (int rank = 0; rank < Math.min(k, hits.length); rank++) {
                if (hits[rank]) {
                    found++;
                    sum += (double) found / (rank + 1);
                }
            }
            return sum / Math.min(k, relevant);
        }
    },
    /// 1 / rank of the first hit in the first k, ranks from 1; 0 without a hit (reciprocal rank).
    MRR {
        @Override
        public double of(boolean[] hits, int relevant, int k) {
            for (int rank = 0; rank < Math.min(k, hits.length); rank++) {
                if (hits[rank]) {
                    return 1.0 / (rank + 1);
                }
            }
            return 0;
        }
    };

    /// The value for one user.
    public abstract double of(boolean[] hits, int relevant, int k);

    /// The name in reports, for example `ndcg@10`.
    public String at(int k) {
        return name().toLowerCase(Locale.ROOT) + "@" + k;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }

    private static int hitCount(boolean[] hits, int k) {
        int count = 0;
        for (int rank = 0; rank < Math.min(k, hits.length); rank++) {
            if (hits[rank]) {
                count++;
            }
        }
        return count;
    }
}

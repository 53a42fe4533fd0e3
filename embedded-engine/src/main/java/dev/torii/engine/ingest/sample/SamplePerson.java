package dev.torii.engine.ingest.sample;

import java.util.List;

/// A user of the sample.
///
/// @param tastes shared interests and, last, one of its own
/// @param early how much of each in the beginning
/// @param late how much of each in the end: interests drift
/// @param conformity how much it follows what is popular
/// @param curiosity how much it picks at random
/// @param positives how many videos it will have liked
record SamplePerson(
        List<SampleTaste> tastes, double[] early, double[] late, double conformity, double curiosity, int positives) {

    /// How much it expects of a video.
    ///
    /// @param progress 0 at its beginning, 1 at its end
    double expects(SampleVideo video, double progress) {
        double sum = 0;
        for (int i = 0; i < tastes.size(); i++) {
            double share = (1 - progress) * early[i] + progress * late[i];
            sum += share * tastes.get(i).fit(video);
        }
        return sum;
    }
}

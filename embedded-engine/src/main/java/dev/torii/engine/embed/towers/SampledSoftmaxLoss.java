package dev.torii.engine.embed.towers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/// In-batch sampled softmax with the correction for how often each candidate is drawn (Yi et al., "Sampling-bias-
/// corrected neural modeling for large corpus item recommendations", RecSys 2019).
///
/// `logit(u, i) = u·i / temperature - log q(i)`: the temperature comes first, and the correction is subtracted,
/// so that a popular video is not pushed down merely because it is drawn often as a negative.
final class SampledSoftmaxLoss {
    private SampledSoftmaxLoss() {}

    /// A row with several targets predicts each of them: its part is the mean over its targets, and weighs as many
    /// as it has.
    ///
    /// @param users [n, dimension]
    /// @param items [c, dimension]
    /// @param pairRows [p] the row of `users` of each target
    /// @param targets [p] the row of `items` that was liked
    /// @param logSampling [c]
    /// @param masked [n, c] added to the logits
    /// @return the mean over the targets
    static Operand<TFloat32> of(
            Ops tf,
            Operand<TFloat32> users,
            Operand<TFloat32> items,
            Operand<TInt32> pairRows,
            Operand<TInt32> targets,
            Operand<TFloat32> logSampling,
            Operand<TFloat32> masked,
            double temperature) {
        Operand<TFloat32> cosines = tf.linalg.matMul(users, items, MatMul.transposeB(true));
        Operand<TFloat32> scaled = tf.math.mul(cosines, tf.constant((float) (1.0 / temperature)));
        Operand<TFloat32> logits = tf.math.add(tf.math.sub(scaled, logSampling), masked);
        Operand<TInt32> places = tf.stack(List.of(pairRows, targets), Stack.axis(1L));
        Operand<TFloat32> ones = tf.fill(tf.shape(targets), tf.constant(1f));
        Operand<TFloat32> liked = tf.scatterNd(places, ones, tf.shape(logits));
        Operand<TFloat32> counts = tf.reduceSum(liked, tf.constant(1), ReduceSum.keepDims(true));
        Operand<TFloat32> labels = tf.math.div(liked, counts);
        Operand<TFloat32> losses =
                tf.nn.softmaxCrossEntropyWithLogits(logits, labels).loss();
        Operand<TFloat32> shares = tf.math.div(
                tf.squeeze(counts, Squeeze.axis(List.of(1L))),
                tf.dtypes.cast(tf.reshape(tf.shape(targets), tf.constant(new int[0])), TFloat32.class));
        return tf.reduceSum(tf.math.mul(losses, shares), tf.constant(0));
    }
}

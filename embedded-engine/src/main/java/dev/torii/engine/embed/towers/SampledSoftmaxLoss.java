package dev.torii.engine.embed.towers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
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

    /// @param users [n, dimension]
    /// @param items [c, dimension]
    /// @param targets [n] the row of `items` that each user liked
    /// @param logSampling [c]
    /// @param masked [n, c] added to the logits
    /// @return the mean over the users
    static Operand<TFloat32> of(
            Ops tf,
            Operand<TFloat32> users,
            Operand<TFloat32> items,
            Operand<TInt32> targets,
            Operand<TFloat32> logSampling,
            Operand<TFloat32> masked,
            double temperature) {
        Operand<TFloat32> cosines = tf.linalg.matMul(users, items, MatMul.transposeB(true));
        Operand<TFloat32> scaled = tf.math.mul(cosines, tf.constant((float) (1.0 / temperature)));
        Operand<TFloat32> logits = tf.math.add(tf.math.sub(scaled, logSampling), masked);
        Operand<TInt32> columns = tf.reshape(tf.shape(logSampling), tf.constant(new int[0]));
        Operand<TFloat32> labels = tf.oneHot(targets, columns, tf.constant(1f), tf.constant(0f));
        return tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, labels).loss(), tf.constant(0));
    }
}

package dev.torii.engine.embed.towers;

import java.util.List;

/// The sizes of both towers.
///
/// @param dimension of the common space, and width of the id tables
/// @param contentWidth width of the content table
/// @param hiddenWidth of the layer between content and space
/// @param idRows rows of each id table, the zero row included
/// @param contentBuckets rows of the content table
/// @param numericWidth numeric columns of a video
/// @param userNumericWidth numeric columns of a user
public record TowerShape(
        int dimension,
        int contentWidth,
        int hiddenWidth,
        int idRows,
        int contentBuckets,
        int numericWidth,
        int userNumericWidth) {

    /// The dense parameters of both towers, in a fixed order.
    public List<DenseParameter> denseParameters() {
        return List.of(
                new DenseParameter("item_hidden", contentWidth + numericWidth, hiddenWidth),
                new DenseParameter("item_hidden_bias", 1, hiddenWidth),
                new DenseParameter("item_output", hiddenWidth, dimension),
                new DenseParameter("user_hidden", contentWidth + userNumericWidth, hiddenWidth),
                new DenseParameter("user_hidden_bias", 1, hiddenWidth),
                new DenseParameter("user_output", hiddenWidth, dimension));
    }

    /// A matrix that is trained densely.
    public record DenseParameter(String name, int rows, int columns) {
        public int size() {
            return rows * columns;
        }

        /// Whether it is added to every row and starts at zero.
        public boolean isBias() {
            return rows == 1;
        }
    }
}

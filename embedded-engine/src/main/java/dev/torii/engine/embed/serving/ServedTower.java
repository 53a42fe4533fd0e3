package dev.torii.engine.embed.serving;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;

/// One SavedModel behind DJL. Safe for use by many threads: each call has a predictor and arrays of its own.
final class ServedTower implements AutoCloseable {
    private final Model model;

    /// @throws IOException when TensorFlow cannot read the folder
    ServedTower(Path folder) throws IOException {
        model = Model.newInstance(folder.getFileName().toString(), Device.cpu(), "TensorFlow");
        try {
            model.load(folder);
        } catch (MalformedModelException | RuntimeException e) {
            model.close();
            throw new IOException(folder + " is no readable SavedModel: " + e.getMessage(), e);
        }
    }

    /// The named inputs of one call.
    interface Inputs {
        void addTo(Batch batch);
    }

    /// Collects inputs as arrays of the call's manager.
    static final class Batch {
        private final NDManager manager;
        private final NDList arrays = new NDList();

        private Batch(NDManager manager) {
            this.manager = manager;
        }

        Batch add(String name, int[] values, long... shape) {
            return add(name, manager.create(values, new Shape(shape)));
        }

        Batch add(String name, float[] values, long... shape) {
            return add(name, manager.create(values, new Shape(shape)));
        }

        private Batch add(String name, NDArray array) {
            array.setName(name);
            arrays.add(array);
            return this;
        }
    }

    /// The tower's vectors, row-major.
    float[] predict(Inputs inputs) {
        try (NDManager manager = model.getNDManager().newSubManager();
                Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
            Batch batch = new Batch(manager);
            inputs.addTo(batch);
            try (NDList answer = predictor.predict(batch.arrays)) {
                return answer.singletonOrThrow().toFloatArray();
            }
        } catch (TranslateException e) {
            throw new IllegalStateException("the tower did not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}

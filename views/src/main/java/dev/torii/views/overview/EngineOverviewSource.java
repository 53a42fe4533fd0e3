package dev.torii.views.overview;

import dev.torii.engine.Engine;
import dev.torii.models.embedding.ModelVersion;
import java.util.List;
import java.util.Map;

/// The overview of an engine.
public final class EngineOverviewSource implements OverviewSource {
    private static final int SAMPLE_VIDEOS = 2000;
    private static final int SAMPLE_USERS = 1000;
    private static final long SAMPLE_SEED = 7;

    private final Engine engine;

    public EngineOverviewSource(Engine engine) {
        this.engine = engine;
    }

    @Override
    public OverviewFacts read() {
        List<ModelVersion> models = engine.models().list();
        return new OverviewFacts(
                engine.catalog().counts(),
                engine.models().active().orElse(null),
                models.isEmpty() ? null : models.getFirst(),
                engine.health().parts(),
                engine.sync().runs(1).stream().findFirst().orElse(null));
    }

    @Override
    public void start(OverviewAction action) {
        switch (action) {
            case FILL_SAMPLE -> engine.sample().fill(SAMPLE_VIDEOS, SAMPLE_USERS, SAMPLE_SEED);
            case TRAIN -> engine.training().train(Map.of());
            case EMBED -> engine.encoding().embedAll(true);
        }
    }
}

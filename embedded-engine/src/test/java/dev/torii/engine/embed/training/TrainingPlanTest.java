package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.EngineConfig.TrainingConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
    private static final StepMemory PLENTY = new StepMemory(1L << 40, 896);

    private static TrainingPlan plan(int examples, StepMemory memory, Map<String, String> settings) {
        return TrainingPlan.of(TrainingSettingsReader.read(TrainingConfig.DEFAULT, settings), examples, memory);
    }

    @Test
    void littleDataIsTrainedInSmallStepsAndAllPasses() {
        TrainingPlan plan = plan(50_000, PLENTY, Map.of("epochs", "8"));
        assertThat(plan.batchSize()).isEqualTo(TrainingPlan.SMALLEST_BATCH);
        assertThat(plan.learningRate()).isEqualTo(TrainingSettings.DEFAULT.learningRate());
        assertThat(plan.pairs()).isEqualTo(400_000);
    }

    @Test
    void muchDataIsTrainedInLargeStepsAndFewerPasses() {
        TrainingPlan plan = plan(20_000_000, PLENTY, Map.of("epochs", "8"));
        assertThat(plan.batchSize()).isEqualTo(TrainingPlan.LARGEST_BATCH);
        assertThat(plan.learningRate()).isGreaterThan(TrainingSettings.DEFAULT.learningRate());
        assertThat(plan.pairs()).isEqualTo(TrainingSettings.DEFAULT.mostExamples());
        assertThat(plan(200_000_000, PLENTY, Map.of()).pairs())
                .as("half a pass at least")
                .isEqualTo(100_000_000);
    }

    @Test
    void theLargestStepThatFitsIsFound() {
        assertThat(plan(20_000_000, new StepMemory(200L << 20, 896), Map.of()).batchSize())
                .isEqualTo(1024);
    }

    @Test
    void whatIsSetStays() {
        TrainingPlan plan = plan(20_000_000, PLENTY, Map.of("batchSize", "700", "rowTargets", "3"));
        assertThat(plan.batchSize()).isEqualTo(700);
        assertThat(plan.rowTargets()).isEqualTo(3);
        assertThat(plan.learningRate()).isEqualTo(TrainingSettings.DEFAULT.learningRate());
    }

    @Test
    void aStepOverTheLimitIsRefused() {
        StepMemory memory = new StepMemory(1 << 20, 896);
        String refusal = "";
        try {
            memory.require(1000, 1000);
        } catch (OutOfMemoryError e) { // assertThatThrownBy lets errors of the machine pass
            refusal = e.getMessage();
        }
        assertThat(refusal).contains("1000 rows").endsWith("of 1 MB");
        assertThat(memory.holds(4, 8)).isTrue();
    }
}

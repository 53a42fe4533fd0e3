package dev.torii.app.cli;

import dev.torii.app.config.ToriiConfig;
import dev.torii.app.config.UiConfig;
import dev.torii.app.desktop.Console;
import dev.torii.engine.Engine;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii desktop`: the console.
@Command(name = "desktop", description = "Open the console. `torii` alone does the same.")
final class DesktopCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--screenshot",
            paramLabel = "DIR",
            description = "Render every view into PNG files, without a display, and end.")
    private @Nullable Path screenshotFolder;

    @Option(
            names = "--language",
            description =
                    "One of ${COMPLETION-CANDIDATES}. Default: ui.language of the configuration, else the system's.")
    private UiConfig.@Nullable Language language;

    @Option(
            names = "--theme",
            description =
                    "One of ${COMPLETION-CANDIDATES}. Default: ui.theme of the configuration, else the desktop's.")
    private UiConfig.@Nullable Theme theme;

    DesktopCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ToriiConfig config = context.config();
        if (screenshotFolder != null) {
            return screenshots(config, screenshotFolder);
        }
        return show(config, () -> Engine.open(config.engine()));
    }

    /// Shows the window until it is closed; `opener` opens the engine meanwhile, which closes with the
    /// window.
    int show(ToriiConfig config, Callable<Engine> opener) {
        if (!Display.isThere(context.environment())) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "There is no display to open the console on.",
                    "Maybe `torii serve` is what you want here, or DISPLAY has to be set; --screenshot DIR needs no display.");
        }
        Thread waiting = Thread.currentThread();
        try (Interruption.Registration ignored = context.interruption().onRequest(waiting::interrupt)) {
            Console.show(() -> scheduled(opener.call()), chosen(config));
        }
        return context.interruption().isRequested() ? Interruption.EXIT_CODE : 0;
    }

    private static Engine scheduled(Engine engine) {
        engine.schedules().start();
        return engine;
    }

    private int screenshots(ToriiConfig config, Path folder) {
        try (Engine engine = context.openEngine(config)) {
            List<Path> files = Console.screenshots(engine, folder, language, theme);
            context.result(
                    Map.of("files", files), files.stream().map(Path::toString).toList());
        }
        return 0;
    }

    private UiConfig chosen(ToriiConfig config) {
        return new UiConfig(
                language == null ? config.ui().language() : language,
                theme == null ? config.ui().theme() : theme);
    }
}

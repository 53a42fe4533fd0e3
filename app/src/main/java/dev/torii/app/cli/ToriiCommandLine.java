package dev.torii.app.cli;

import dev.torii.app.cli.output.ErrorReport;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Builds the command line: the commands, their factory, and what happens with errors.
public final class ToriiCommandLine {
    private static final int USAGE_WIDTH = 100;

    private ToriiCommandLine() {}

    public static CommandLine create(CommandContext context) {
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                for (var constructor : type.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1
                            && constructor.getParameterTypes()[0] == CommandContext.class) {
                        return type.cast(constructor.newInstance(context));
                    }
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
        return new CommandLine(new ToriiCommand(context), factory)
                .registerConverter(LocalDate.class, ToriiCommandLine::day)
                .setOut(context.streams().out())
                .setErr(context.streams().err())
                .setUsageHelpWidth(USAGE_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setExecutionStrategy(parsed -> execute(parsed, context))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, context))
                .setParameterExceptionHandler((failure, arguments) -> misused(failure, arguments, context));
    }

    /// With `--json`, what else is printed as text (the help, the version) is a document too.
    private static int execute(CommandLine.ParseResult parsed, CommandContext context) {
        if (context.json()) {
            for (CommandLine command : parsed.asCommandLineList()) {
                CommandLine.ParseResult asked = command.getParseResult();
                if (asked.isUsageHelpRequested()) {
                    String usage = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
                    context.result(Map.of("usage", usage), List.of());
                    return 0;
                }
                if (asked.isVersionHelpRequested()) {
                    context.result(Map.of("version", Version.number()), List.of());
                    return 0;
                }
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no day, expected one such as 2026-01-31");
        }
    }

    private static int failed(Exception failure, CommandContext context) {
        ToriiException known = failure instanceof ToriiException expected ? expected : unforeseen(failure, context);
        LoggerFactory.getLogger(ToriiCommandLine.class).warn("{}: {}", known.code(), known.getMessage(), failure);
        ErrorReport.print(known, context.streams(), context.json());
        return known.code().exitCode();
    }

    private static ToriiException unforeseen(Exception failure, CommandContext context) {
        if (context.interruption().isRequested()) {
            return new ToriiException(ErrorCode.CANCELLED, "Interrupted.", "", failure);
        }
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return new ToriiException(
                ErrorCode.INTERNAL,
                "Something went wrong that nobody foresaw ("
                        + failure.getClass().getSimpleName() + message + ").",
                "Maybe logs/torii.log in the home folder says more.",
                failure);
    }

    private static int misused(CommandLine.ParameterException failure, String[] arguments, CommandContext context) {
        CommandLine command = failure.getCommandLine();
        String guesses = failure instanceof CommandLine.UnmatchedArgumentException unmatched ? guesses(unmatched) : "";
        String help = command.getCommandSpec().qualifiedName() + " --help";
        boolean json = context.json() || List.of(arguments).contains("--json");
        ErrorReport.print(
                new ToriiException(
                        ErrorCode.USAGE,
                        failure.getMessage() + guesses,
                        "Maybe `" + help + "` helps.",
                        Map.of(),
                        failure),
                context.streams(),
                json);
        return ErrorCode.USAGE.exitCode();
    }

    private static String guesses(CommandLine.UnmatchedArgumentException failure) {
        List<String> guesses = failure.getSuggestions();
        return guesses.isEmpty() ? "" : "; did you mean " + String.join(" or ", guesses) + "?";
    }
}

package dev.torii.app.cli;

import dev.torii.app.config.ToriiConfig;
import dev.torii.app.http.auth.TokenMinter;
import dev.torii.engine.Engine;
import dev.torii.models.people.Caller;
import dev.torii.models.people.UserSummary;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `torii token`: a token that the server of this home accepts.
@Command(
        name = "token",
        description = "Make a token that the server of this home and configuration accepts, for trying the API. It is "
                + "signed with auth.jwtSecret, or with the secret that the home keeps for itself.")
final class TokenCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "USER", arity = "0..1", description = "UUID, or external id of a user in the database.")
    private @Nullable String user;

    @Option(names = "--service", description = "A token of the service role, which may act for every user.")
    private boolean service;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long it is valid. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    TokenCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (service == (user != null)) {
            throw new ParameterException(spec.commandLine(), "give either USER or --service");
        }
        if (minutes < 1) {
            throw new ParameterException(spec.commandLine(), "--minutes must be at least 1, not " + minutes);
        }
        ToriiConfig config = context.config();
        Caller caller = user == null ? Caller.SERVICE : new Caller.User(userId(config, user));
        Clock clock = Clock.systemUTC();
        Duration validity = Duration.ofMinutes(minutes);
        String token = mint(config, caller, validity, clock);
        context.result(new Minted(token, clock.instant().plus(validity)), List.of(token));
        return 0;
    }

    static String mint(ToriiConfig config, Caller caller, Duration validity, Clock clock) {
        return TokenMinter.of(config.auth(), config.home(), clock)
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.CONFLICT,
                        "The server accepts tokens of " + config.auth().jwksUrl() + " only.",
                        "Maybe get one there, or set auth.jwtSecret too."))
                .mint(caller, validity);
    }

    private UUID userId(ToriiConfig config, String name) {
        if (name.length() == 36) {
            try {
                return UUID.fromString(name);
            } catch (IllegalArgumentException e) {
                // An external id of the length of a UUID: it is looked up below.
            }
        }
        try (Engine engine = context.openEngine(config)) {
            return engine.people().find(name).map(UserSummary::id).orElseThrow(() -> UnknownUser.named(name));
        }
    }

    /// What `--json` says.
    record Minted(String token, Instant expiresAt) {}
}

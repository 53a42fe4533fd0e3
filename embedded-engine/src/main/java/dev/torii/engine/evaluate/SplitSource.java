package dev.torii.engine.evaluate;

import dev.torii.engine.database.Database;
import dev.torii.engine.ingest.importer.MovieLensReader;
import dev.torii.engine.ingest.importer.RatingFileReader;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the splits of a request come from: a folder, a pair of files or the database. Splits are made one after
/// the other, so that one is in memory at a time.
final class SplitSource {
    private final EvaluationRequest request;
    private final @Nullable Database database;

    SplitSource(EvaluationRequest request, @Nullable Database database) {
        this.request = request;
        this.database = database;
    }

    /// What is read, for people.
    String description() {
        Path train = request.train();
        Path data = request.data();
        if (train != null) {
            return train + " and " + request.test();
        }
        return data != null ? data.toString() : "database";
    }

    /// How each split is made, in order.
    ///
    /// @throws ToriiException USAGE when the request names no data or data that the protocol cannot use;
    /// BROKEN_INPUT
    List<SplitMaker> splits() {
        return switch (request.protocol()) {
            case FOLDS -> folds();
            case TEMPORAL -> List.of(context -> temporal(wholeSet(context)));
            case LEAVE_ONE_OUT -> List.of(context -> LeaveOneOutSplit.of(wholeSet(context)));
            case COLD_START ->
                List.of(context ->
                        ColdStartSplit.of(wholeSet(context), request.options().hiddenShare(), request.seed()));
            case NEWEST ->
                throw new ToriiException(
                        ErrorCode.USAGE,
                        "The protocol newest is how a training measures its own model.",
                        "Maybe --protocol leave-one-out, or temporal.");
        };
    }

    private EvaluationSplit temporal(InteractionSet all) {
        return request.options().validation()
                ? TemporalSplit.validation(all, TemporalSplit.TRAINING_SHARE)
                : TemporalSplit.of(all, TemporalSplit.TRAINING_SHARE);
    }

    private List<SplitMaker> folds() {
        Path train = request.train();
        Path test = request.test();
        Path data = request.data();
        if (train != null && test != null) {
            String name = Optional.ofNullable(train.getFileName()).orElse(train).toString();
            return List.of(context -> fold(new FoldFiles(name, train, test), context));
        }
        if (data == null) {
            throw new ToriiException(
                    ErrorCode.USAGE,
                    "The protocol folds needs given training and test files.",
                    "Maybe add --data DIR with u1.base and u1.test, or --train FILE --test FILE; the database is split"
                            + " with --protocol temporal.");
        }
        return FoldFiles.in(data).stream()
                .map(files -> (SplitMaker) context -> fold(files, context))
                .toList();
    }

    private EvaluationSplit fold(FoldFiles files, JobContext context) {
        RatingFileReader reader = new RatingFileReader();
        return RatingTableRows.split(
                files,
                reader.tabSeparated(files.train(), context),
                reader.tabSeparated(files.test(), context),
                new ItemTitles(request.data()),
                request.minRating());
    }

    private InteractionSet wholeSet(JobContext context) {
        Path data = request.data();
        if (data != null) {
            return RatingTableRows.all(
                    new MovieLensReader().read(data, context).ratings(), new ItemTitles(data), request.minRating());
        }
        if (database == null) {
            throw new ToriiException(
                    ErrorCode.USAGE, "There is no data to evaluate on.", "Maybe name a folder with --data DIR.");
        }
        context.begin("evaluate.read", 0, "rows");
        return database.asService(
                context.cancellation(), handle -> new InteractionDao().positives(handle, request.minRating(), null));
    }

    /// Reads one split when it is its turn.
    @FunctionalInterface
    interface SplitMaker {
        EvaluationSplit make(JobContext context);
    }
}

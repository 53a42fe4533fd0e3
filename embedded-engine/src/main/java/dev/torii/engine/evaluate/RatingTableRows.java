package dev.torii.engine.evaluate;

import dev.torii.engine.ingest.importer.RatingTable;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes interaction sets of rating tables: the ratings that count as liked.
final class RatingTableRows {
    private RatingTableRows() {}

    /// All positive ratings of one table.
    static InteractionSet all(RatingTable table, ItemTitles titles, double minRating) {
        int[] items = titles.numbers(table.itemKeys());
        PositiveRows rows = new PositiveRows();
        for (int row = 0; row < table.size(); row++) {
            if (table.isPositive(row, minRating)) {
                rows.add(table.user(row), items[table.item(row)], table.epochSeconds(row));
            }
        }
        return rows.build(titles.videos(), table.userKeys());
    }

    /// The split of a training and a test table, whose users and items are told by their keys.
    ///
    /// @throws ToriiException INVALID_VALUE when it leaves no user to rank for
    static EvaluationSplit split(
            FoldFiles files, RatingTable train, RatingTable test, ItemTitles titles, double minRating) {
        List<String> users = new ArrayList<>(train.userKeys());
        Map<String, Integer> numbers = new HashMap<>();
        for (int user = 0; user < users.size(); user++) {
            numbers.put(users.get(user), user);
        }
        int[] testUsers = new int[test.userKeys().size()];
        for (int user = 0; user < testUsers.length; user++) {
            String key = test.userKeys().get(user);
            testUsers[user] = numbers.computeIfAbsent(key, unseen -> {
                users.add(unseen);
                return users.size() - 1;
            });
        }
        int[] trainItems = titles.numbers(train.itemKeys());
        int[] testItems = titles.numbers(test.itemKeys());
        PositiveRows training = new PositiveRows();
        for (int row = 0; row < train.size(); row++) {
            if (train.isPositive(row, minRating)) {
                training.add(train.user(row), trainItems[train.item(row)], train.epochSeconds(row));
            }
        }
        PositiveRows relevant = new PositiveRows();
        for (int row = 0; row < test.size(); row++) {
            if (test.isPositive(row, minRating)) {
                relevant.add(testUsers[test.user(row)], testItems[test.item(row)], test.epochSeconds(row));
            }
        }
        EvaluationSplit split = RelevantRows.split(
                files.name(),
                training.build(titles.videos(), List.copyOf(users)),
                relevant.build(titles.videos(), List.copyOf(users)));
        if (split.rankedUsers().length == 0) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "No user has ratings of " + minRating + " or higher in both " + files.train() + " and "
                            + files.test() + ".",
                    "Maybe the files belong to different data sets, or a lower --min-rating fits the scale.");
        }
        return split;
    }
}

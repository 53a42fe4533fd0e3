package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the terms of an item: the lists of `iteminfo`, and `directory`.
///
/// Where several of DMM's lists become one kind, the ids of all but the main one carry the name of their list, for
/// DMM numbers each list on its own (`artist:219614`).
final class DmmTerms {
    private record Rule(String field, TermKind kind, String prefix) {}

    private static final List<Rule> ITEM_INFO = List.of(
            new Rule("genre", TermKind.GENRE, ""),
            new Rule("maker", TermKind.MAKER, ""),
            new Rule("manufacture", TermKind.MAKER, ""),
            new Rule("label", TermKind.LABEL, ""),
            new Rule("series", TermKind.SERIES, ""),
            new Rule("director", TermKind.DIRECTOR, ""),
            new Rule("actor", TermKind.PERFORMER, ""),
            new Rule("actress", TermKind.PERFORMER, "actress:"),
            new Rule("artist", TermKind.PERFORMER, "artist:"),
            new Rule("fighter", TermKind.PERFORMER, "fighter:"),
            new Rule("author", TermKind.TAG, "author:"),
            new Rule("keyword", TermKind.TAG, "keyword:"));
    private static final Rule DIRECTORY = new Rule("directory", TermKind.TAG, "directory:");

    private DmmTerms() {}

    static List<Term> of(JsonNode item) throws BadItem {
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        JsonNode info = ItemFields.object(item, "iteminfo");
        for (Rule rule : ITEM_INFO) {
            add(info, rule, terms, seen);
        }
        add(item, DIRECTORY, terms, seen);
        return terms;
    }

    private static void add(JsonNode parent, Rule rule, List<Term> terms, Set<String> seen) throws BadItem {
        for (JsonNode node : ItemFields.list(parent, rule.field())) {
            Term term = term(node, rule);
            if (term != null && seen.add(term.kind() + "\u0000" + term.externalId())) {
                terms.add(term);
            }
        }
    }

    /// Null for an entry without a name, which says nothing.
    private static @Nullable Term term(JsonNode node, Rule rule) throws BadItem {
        if (node.isTextual()) {
            String name = PlainText.of(node.textValue());
            return name.isEmpty() ? null : Term.named(rule.kind(), name);
        }
        if (!node.isObject()) {
            throw new BadItem(rule.field() + " holds " + node + ", which has no name");
        }
        String name = PlainText.of(node.path("name").asText(""));
        if (name.isEmpty()) {
            return null;
        }
        String id = node.path("id").asText("").strip();
        String ruby = PlainText.of(node.path("ruby").asText(""));
        return new Term(rule.kind(), id.isEmpty() ? name : rule.prefix() + id, name, ruby.isEmpty() ? null : ruby);
    }
}

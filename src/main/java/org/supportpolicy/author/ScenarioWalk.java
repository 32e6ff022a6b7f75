package org.supportpolicy.author;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.Vocabulary;
import org.supportpolicy.internal.record.Constants;

/** Goes through a scenario file, and says of each word what may stand there. Not thread-safe. */
final class ScenarioWalk {

    static final List<String> KEYS = List.of("title", "given", "expect", "includes", "excludes", "because", "silent", "outlook", "table");
    private static final List<String> TABLE = List.of("given", "expect", "rows");
    private static final Set<String> EXPECTS = Set.of("expect", "includes", "excludes", "because", "silent", "outlook");

    /** Is told the words. */
    interface Visitor {

        /**
         * A word of the file.
         *
         * @param isKey whether a value belongs behind it
         * @param legal what may stand there
         */
        void word(String text, int start, int end, boolean isKey, Legal legal);

        /** The title of a scenario. */
        void title(YamlNode title);
    }

    /**
     * The words that may stand at a place.
     *
     * @param words the words
     * @param meant what one of them stands for
     */
    record Legal(Supplier<Collection<String>> words, Function<String, Subject> meant) {

        static Legal of(Collection<String> words) {
            return new Legal(() -> words, word -> Subject.key("", word));
        }
    }

    /** What may stand at a place of a document. */
    private record Spot(DocumentSchema schema, boolean isRoot, boolean isGiven, String key) {

        Spot under(String next) {
            return new Spot(schema.member(next), false, isGiven, next);
        }

        Spot item() {
            return new Spot(schema.items(), false, isGiven, key);
        }
    }

    private final EditedCopy copy;
    private final Visitor visitor;
    private final Set<String> clauses;
    private final Set<String> readings;
    private final Spot given;
    private final Spot decision;

    ScenarioWalk(EditedCopy copy, DocumentSchema factSet, DocumentSchema decision, Visitor visitor) {
        this.copy = copy;
        this.visitor = visitor;
        this.clauses = copy.clauses();
        this.readings = copy.readings();
        this.given = new Spot(factSet, true, true, "");
        this.decision = new Spot(decision, true, false, "");
    }

    void walk(YamlNode root) {
        root.items().forEach(this::scenario);
    }

    private void scenario(YamlNode scenario) {
        pairs(scenario, KEYS, (key, value) -> {
            switch (key) {
                case "title" -> visitor.title(value);
                case "given" -> document(value, given);
                case "expect", "includes", "excludes" -> document(value, decision);
                case "because", "silent" -> value.items().forEach(this::clause);
                case "outlook" -> value.items().forEach(stretch -> document(stretch, decision));
                case "table" -> table(value);
                default -> { }
            }
        });
        if (!scenario.isMapping() && scenario.isScalar()) {
            word(scenario, true, Legal.of(KEYS));
        }
    }

    private interface Pair {
        void take(String key, YamlNode value);
    }

    /** The keys of a mapping and what stands under them. */
    private void pairs(YamlNode mapping, List<String> legal, Pair pair) {
        for (int i = 0; mapping.keys() != null && i < mapping.keys().size(); i++) {
            YamlNode key = mapping.keys().get(i);
            if (key.isScalar()) {
                word(key, true, Legal.of(legal));
                if (i < mapping.items().size()) {
                    pair.take(key.text(), mapping.items().get(i));
                }
            }
        }
    }

    private void word(YamlNode node, boolean isKey, Legal legal) {
        visitor.word(node.text(), node.start(), node.end(), isKey, legal);
    }

    private void clause(YamlNode clause) {
        if (clause.isScalar()) {
            word(clause, false, new Legal(() -> clauses, Subject::clause));
        }
    }

    // ---- documents

    private void document(YamlNode node, Spot spot) {
        if (node.isMapping()) {
            YamlNode type = node.member("type");
            for (int i = 0; i < node.keys().size(); i++) {
                YamlNode key = node.keys().get(i);
                if (key.isScalar()) {
                    word(key, true, keys(spot, type == null ? null : type.text()));
                    if (i < node.items().size()) {
                        document(node.items().get(i), spot.under(key.text()));
                    }
                }
            }
        } else if (node.isScalar()) {
            value(node, spot);
        } else {
            node.items().forEach(item -> document(item, spot.item()));
        }
    }

    private void value(YamlNode node, Spot spot) {
        if (spot.key.equals("needs") && !spot.isGiven) {
            path(node, given);
        } else if (!spot.schema.keys().isEmpty()) {
            word(node, true, keys(spot, null)); // a key whose colon is still to come
        } else {
            word(node, false, values(spot));
        }
    }

    private Legal keys(Spot spot, @Nullable String type) {
        return new Legal(spot.schema::keys, key -> key(spot, key, type));
    }

    private Subject key(Spot spot, String key, @Nullable String type) {
        String named = spot.isGiven ? spot.schema.member(key).name() : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
        Class<?> known = spot.isRoot ? copy.words().type(named) : null;
        if (known != null && (spot.isGiven ? Vocabulary.isFact(known) : Vocabulary.isFinding(known))) {
            return Subject.type(named);
        }
        String holder = spot.schema.holder(key, type);
        Class<?> record = copy.words().type(holder);
        return record != null && Vocabulary.properties(record).containsKey(key) ? Subject.component(holder, key)
                : Subject.key(spot.schema.said(key), key);
    }

    private Legal values(Spot spot) {
        if (spot.key.equals("clause")) {
            return new Legal(() -> clauses, Subject::clause);
        } else if (spot.key.equals("readings")) {
            return new Legal(() -> readings, Subject::reading);
        }
        return spot.schema.isTruth() ? Legal.of(List.of("true", "false"))
                : new Legal(spot.schema::constants, constant -> constant(spot, constant));
    }

    private Subject constant(Spot spot, String constant) {
        String name = spot.schema.name();
        Class<?> type = copy.words().type(name);
        if (spot.key.equals("kind") && copy.words().type(constant) != null) {
            return Subject.type(constant);
        }
        return type == null || !Constants.isKind(type) ? Subject.key("", constant)
                : copy.words().members(type).keySet().stream().filter(constant::equalsIgnoreCase).findFirst()
                        .map(member -> Subject.constant(name, member)).orElse(Subject.key("", constant));
    }

    // ---- tables

    private void table(YamlNode table) {
        pairs(table, TABLE, (key, value) -> {
            if (key.equals("rows")) {
                List<Spot> columns = Stream.concat(columns(table, "given", given), columns(table, "expect", decision)).toList();
                value.items().forEach(row -> row(row, columns));
            } else {
                value.items().stream().filter(YamlNode::isScalar).forEach(column -> path(column, key.equals("given") ? given : decision));
            }
        });
    }

    private static Stream<Spot> columns(YamlNode table, String key, Spot document) {
        YamlNode columns = table.member(key);
        return columns == null ? Stream.empty() : columns.items().stream().map(column -> at(String.valueOf(column.text()), document));
    }

    /** What stands at a path; what a column expects may be named in full. */
    private static Spot at(String path, Spot document) {
        Spot spot = document;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length; i++) {
            spot = i == 0 && !document.isGiven && EXPECTS.contains(names[0])
                    ? names[0].equals("because") || names[0].equals("silent") ? new Spot(document.schema, false, false, "clause") : document
                    : spot.schema.keys().contains(names[i]) ? spot.under(names[i]) : spot.item().under(names[i]);
        }
        return spot;
    }

    private void row(YamlNode row, List<Spot> columns) {
        for (int i = 0; i < Math.min(columns.size(), row.items().size()); i++) {
            Spot column = columns.get(i);
            if (column.key.equals("clause") && !column.isGiven) {
                row.items().get(i).items().forEach(this::clause);
            } else {
                document(row.items().get(i), column);
            }
        }
    }

    /** The names of a dotted path, one by one. */
    private void path(YamlNode path, Spot document) {
        int start = 0;
        String text = path.text();
        for (int end; start <= text.length(); start = end + 1) {
            end = text.indexOf('.', start) < 0 ? text.length() : text.indexOf('.', start);
            Spot spot = start == 0 ? document : at(text.substring(0, start - 1), document);
            boolean whole = start == 0 && !document.isGiven && EXPECTS.contains(text.substring(0, end));
            visitor.word(text.substring(start, end), path.start() + start, Math.min(path.start() + end, path.end()), false,
                    whole ? Legal.of(EXPECTS) : keys(spot.schema.keys().isEmpty() ? spot.item() : spot, null));
        }
    }
}

package org.supportpolicy.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.supportpolicy.Problem;

/** Reads one YAML text into items that know where they stand. What it holds is bounded, aliases included. Not thread-safe. */
final class Yaml {

    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 200_000;
    private static final int MOST_DIGITS = 100;
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final FileProblems problems;
    private final YamlEvents events;
    /** The items with an anchor, once they are complete; an item can so never hold itself. */
    private final Map<String, Item> anchored = new HashMap<>();
    private int values;

    private Yaml(String text, FileProblems problems) {
        this.problems = problems;
        this.events = new YamlEvents(text, SETTINGS, problems);
    }

    /** Reads the one document of a text; adds what is wrong to the problems, and returns null when it cannot be read to its end. */
    static @Nullable Item read(String text, FileProblems problems) {
        try {
            return new Yaml(text, problems).document();
        } catch (YamlEvents.Refused e) {
            return null;
        }
    }

    private @Nullable Item document() {
        events.next();
        Event start = events.next();
        if (start instanceof StreamEndEvent) {
            problems.add(1, 1, Problem.of("SP-S002.empty"));
            return null;
        }
        Item root = item(events.next(), 1);
        events.next();
        Event end = events.next();
        if (!(end instanceof StreamEndEvent)) {
            add(end, Problem.of("SP-S002.documents"));
        }
        return root;
    }

    private Item item(Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias, depth);
        }
        count(event, 1, depth);
        Object value;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar, scalar.getTag());
            value = scalar(scalar);
        } else {
            refuseTag(event, ((CollectionStartEvent) event).getTag());
            value = event instanceof MappingStartEvent ? members(depth) : items(depth);
        }
        Item item = new Item(value, line(event), column(event), line(event), column(event));
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchored.put(anchor.getValue(), item));
        return item;
    }

    private Item aliased(AliasEvent alias, int depth) {
        String name = alias.getAlias().getValue();
        Item item = anchored.get(name);
        if (item == null) {
            add(alias, Problem.of("SP-S002.alias", name));
            throw new YamlEvents.Refused();
        }
        count(alias, item.size(), depth + item.height() - 1);
        return item;
    }

    private void count(Event event, int more, int depth) {
        values += more;
        if (values > MOST_VALUES || depth > DEEPEST) {
            add(event, depth > DEEPEST ? Problem.of("SP-S002.deep", DEEPEST) : Problem.of("SP-S002.values", MOST_VALUES));
            throw new YamlEvents.Refused();
        }
    }

    private List<Item> items(int depth) {
        List<Item> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            items.add(item(event, depth + 1));
        }
        return items;
    }

    private Map<String, Item> members(int depth) {
        Map<String, Item> members = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            Item key = item(event, depth + 1);
            Item value = item(events.next(), depth + 1).under(line(event), column(event));
            if (!(event instanceof ScalarEvent scalar)) {
                add(event, Problem.of("SP-S002.key-kind"));
            } else if (members.putIfAbsent(scalar.getValue(), value) != null) {
                add(event, Problem.of("SP-S002.key", scalar.getValue()));
            }
        }
        return members;
    }

    private void refuseTag(Event event, Optional<String> tag) {
        tag.ifPresent(name -> add(event, Problem.of("SP-S002.tag", name)));
    }

    private @Nullable Object scalar(ScalarEvent scalar) {
        String value = scalar.getValue();
        Tag tag = SETTINGS.getSchema().getScalarResolver().resolve(value, scalar.isPlain());
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(value);
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(scalar, value) : value;
    }

    private Object number(ScalarEvent scalar, String value) {
        if (value.matches("-?\\d{1,9}")) {
            return Integer.valueOf(value);
        }
        try {
            if (value.length() <= MOST_DIGITS) {
                return new BigDecimal(value);
            }
        } catch (NumberFormatException e) {
            // Said below: .inf, .nan and the like.
        }
        add(scalar, Problem.of("SP-S002.number", value, MOST_DIGITS));
        return value;
    }

    private void add(Event event, Problem problem) {
        problems.add(line(event), column(event), problem);
    }

    private static int line(Event event) {
        return event.getStartMark().orElseThrow().getLine() + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().orElseThrow().getColumn() + 1;
    }
}

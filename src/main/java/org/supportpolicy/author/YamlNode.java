package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A piece of a YAML text, as far as it can be read.
 *
 * @param text what a scalar says; null for what is none
 * @param start where what it says begins, behind a quote
 * @param end where that ends
 * @param keys the keys of a mapping, each at the place of its value among the items
 * @param items the items of a sequence, or the values of a mapping
 */
record YamlNode(@Nullable String text, int start, int end, @Nullable List<YamlNode> keys, List<YamlNode> items) {

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();
    private static final int DEEPEST = 32;

    /** The one document of a text; what stands behind the first mistake is left out. */
    static YamlNode of(String text) {
        List<YamlNode> roots = new ArrayList<>();
        new Reader(text).readInto(roots);
        return roots.isEmpty() ? new YamlNode(null, 0, 0, null, List.of()) : roots.get(0);
    }

    boolean isMapping() {
        return keys != null;
    }

    /** Whether it is a text, a number or the like. */
    boolean isScalar() {
        return text != null;
    }

    /** The value of a key; null when there is none. */
    @Nullable YamlNode member(String key) {
        for (int i = 0; keys != null && i < Math.min(keys.size(), items.size()); i++) {
            if (key.equals(keys.get(i).text)) {
                return items.get(i);
            }
        }
        return null;
    }

    /** Reads one text. Not thread-safe. */
    private static final class Reader {

        private final String text;
        private final boolean isPlain;
        private final ParserImpl events;

        Reader(String text) {
            this.text = text;
            this.isPlain = text.codePointCount(0, text.length()) == text.length();
            this.events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
        }

        void readInto(List<YamlNode> roots) {
            try {
                while (events.hasNext() && roots.isEmpty()) {
                    Event event = events.next();
                    if (isNode(event)) {
                        read(event, roots, 1);
                    }
                }
            } catch (RuntimeException | StackOverflowError e) {
                return; // what was read so far is there; the problems of the copy say what is wrong
            }
        }

        private static boolean isNode(Event event) {
            return event instanceof ScalarEvent || event instanceof MappingStartEvent || event instanceof SequenceStartEvent
                    || event.getEventId() == Event.ID.Alias;
        }

        /** Adds a node to those it belongs to before its own are read, so that it is there whatever is wrong with them. */
        private void read(Event event, List<YamlNode> into, int depth) {
            if (depth > DEEPEST) {
                throw new IllegalStateException("deep");
            }
            int start = offset(event.getStartMark().orElseThrow().getIndex());
            if (event instanceof ScalarEvent scalar) {
                int end = offset(event.getEndMark().orElseThrow().getIndex());
                int quote = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                        ? 1 : 0;
                into.add(new YamlNode(scalar.getValue(), start + quote, Math.max(start + quote, end - quote), null, List.of()));
            } else if (event instanceof MappingStartEvent) {
                YamlNode mapping = new YamlNode(null, start, start, new ArrayList<>(), new ArrayList<>());
                into.add(mapping);
                for (Event next = events.next(); !(next instanceof CollectionEndEvent); next = events.next()) {
                    read(next, mapping.keys, depth + 1);
                    read(events.next(), mapping.items, depth + 1);
                }
            } else if (event instanceof SequenceStartEvent) {
                YamlNode sequence = new YamlNode(null, start, start, null, new ArrayList<>());
                into.add(sequence);
                for (Event next = events.next(); !(next instanceof CollectionEndEvent); next = events.next()) {
                    read(next, sequence.items, depth + 1);
                }
            } else {
                into.add(new YamlNode(null, start, start, null, List.of()));
            }
        }

        /** The offset of a place that is counted in code points. */
        private int offset(int codePoints) {
            return isPlain ? codePoints : text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        }
    }
}

package org.supportpolicy.verify;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.supportpolicy.Problem;

/** The events of a YAML text, one after the other; whatever the parser throws becomes a problem in our own words. Not thread-safe. */
final class YamlEvents {

    private final String text;
    private final FileProblems problems;
    private final Iterator<Event> events;

    YamlEvents(String text, LoadSettings settings, FileProblems problems) {
        this.text = text;
        this.problems = problems;
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** The text cannot be read any further, and the problems say why. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The next event.
     *
     * @throws Refused if the text is no YAML here
     */
    Event next() {
        try {
            return events.next();
        } catch (MarkedYamlEngineException e) {
            e.getProblemMark().or(e::getContextMark).ifPresentOrElse(
                    at -> problems.add(at.getLine() + 1, at.getColumn() + 1, Problem.of(malformed(at))),
                    () -> problems.add(1, 1, Problem.of("SP-S002")));
        } catch (ReaderException e) {
            unprintable(e);
        } catch (RuntimeException | StackOverflowError e) {
            problems.add(1, 1, Problem.of("SP-S002"));
        }
        throw new Refused();
    }

    /** What is wrong, by the character at which the parser gave up. */
    private static String malformed(Mark at) {
        int[] characters = at.getBuffer();
        return switch (at.getPointer() < characters.length ? characters[at.getPointer()] : 0) {
            case 0 -> "SP-S002.end";
            case ':' -> "SP-S002.colon";
            case '\t' -> "SP-S002.tab";
            default -> "SP-S002";
        };
    }

    private void unprintable(ReaderException e) {
        int length = text.codePointCount(0, text.length());
        String before = text.substring(0, text.offsetByCodePoints(0, Math.min(e.getPosition(), length)));
        List<String> lines = (before + "?").lines().toList(); // it and what stands before it, in the lines that problems are shown with
        Problem problem = Problem.of("SP-S002.character", String.format(Locale.ROOT, "U+%04X", e.getCodePoint()));
        problems.add(lines.size(), lines.get(lines.size() - 1).length(), problem);
    }
}

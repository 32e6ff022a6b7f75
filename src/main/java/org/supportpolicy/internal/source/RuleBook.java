package org.supportpolicy.internal.source;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule file that was read.
 *
 * @param source the file
 * @param section the package's last name, the section of the policy; null when there is no package
 * @param imports what it imports
 * @param rules its rules, in the order in which they are written
 * @param whole whether every rule and import in it could be told apart
 */
public record RuleBook(Source source, @Nullable Name section, List<Import> imports, List<RuleText> rules, boolean whole) {

    /** An import, such as {@code import static org.supportpolicy.rules.Periods.daysAfter}. */
    public record Import(Name path, boolean isStatic) {

        /** The last of its names. */
        public Name simple() {
            int dot = path.text().lastIndexOf('.') + 1;
            return new Name(path.text().substring(dot), path.start() + dot);
        }
    }

    /** A rule's text, from its first word to its {@code end}. */
    public String text(RuleText rule) {
        return source.text(rule.start(), rule.end());
    }

    /** What a rule does, without its name, what it says of itself, comments and layout, so that it can be compared. */
    public String body(RuleText rule) {
        Source body = new Source(new RuleFile(source.file().name(), source.text(rule.when().start(), rule.end())));
        return Lexer.read(body).stream().map(Token::quoted).collect(Collectors.joining(" "));
    }

    /** The line of a rule, from 1. */
    public int line(RuleText rule) {
        return source.lineOf(rule.start());
    }

    /** Whether a rule stands on a line, from 1. */
    boolean spans(RuleText rule, int line) {
        return line(rule) <= line && line <= source.lineOf(rule.end());
    }
}

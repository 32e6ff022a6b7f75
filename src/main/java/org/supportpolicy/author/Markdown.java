package org.supportpolicy.author;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.fact.Limits;

/** A text in Markdown, in which nothing that is quoted is taken for a sign of it. Not thread-safe. */
final class Markdown implements MemoSheet {

    private static final Pattern SIGN = Pattern.compile("[\\\\`*_<>|\\[\\]]");

    private final StringBuilder text = new StringBuilder();

    private static String plain(String said) {
        return SIGN.matcher(Limits.escaped(said)).replaceAll("\\\\$0");
    }

    @Override
    public Markdown heading(int depth, String said) {
        return add((text.isEmpty() ? "" : "\n") + "#".repeat(depth) + " " + plain(said) + "\n\n");
    }

    @Override
    public Markdown paragraph(String said) {
        return add(plain(said) + "\n\n");
    }

    @Override
    public Markdown bold(String said) {
        return add("**" + plain(said) + "**\n\n");
    }

    @Override
    public Markdown quote(String said) {
        return add("> " + plain(said) + "\n\n");
    }

    @Override
    public Markdown item(String said) {
        return add("- " + plain(said) + "\n");
    }

    @Override
    public Markdown row(String... cells) {
        return add(Stream.of(cells).map(Markdown::plain).collect(Collectors.joining(" | ", "| ", " |")) + "\n");
    }

    @Override
    public Markdown gap() {
        return add("\n");
    }

    @Override
    public Markdown lines(String before, String after) {
        String lines = Stream.concat(before.lines().map(line -> "    - " + line), after.lines().map(line -> "    + " + line))
                .map(Limits::escaped).collect(Collectors.joining("\n"));
        return add(lines + "\n\n");
    }

    @Override
    public Markdown beside(String before, String then, String after, String now) {
        return bold(before).quote(then).bold(after).quote(now);
    }

    private Markdown add(String more) {
        text.append(more);
        return this;
    }

    @Override
    public String toString() {
        return text.toString().strip().replaceAll("\n{3,}", "\n\n") + "\n";
    }
}

package org.supportpolicy.author;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supportpolicy.internal.words.Quoted;

/**
 * Writes HTML. Whatever is said, or given as the value of an attribute, is text and never markup, and what cannot be seen in it is named.
 * Names of elements and attributes are the library's own. Not thread-safe.
 */
final class Html {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names, each followed by its value
     */
    Html open(String element, String... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        String element = open.pop();
        html.append("</").append(element).append('>');
        if (!element.equals("a") && !element.equals("code") && !element.equals("span") && !element.equals("strong")) {
            html.append('\n');
        }
        return this;
    }

    /** An element that holds nothing and is not closed. */
    Html tag(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]).html.append('"');
        }
        html.append('>');
        return this;
    }

    /** A text. */
    Html text(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> visible(character);
            }
        });
        return this;
    }

    private void visible(int character) {
        if (Quoted.isHidden(character)) {
            html.append("&lt;").append(Quoted.code(character)).append("&gt;");
        } else {
            html.appendCodePoint(character);
        }
    }

    /** A text in which names stand between backticks. */
    Html prose(String text) {
        Matcher name = NAME.matcher(text);
        int end = 0;
        for (; name.find(); end = name.end()) {
            text(text.substring(end, name.start())).element("code", name.group(1));
        }
        return text(text.substring(end));
    }

    /** An element with a text. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element with what is written in it. */
    Html element(String element, Consumer<Html> content, String... attributes) {
        open(element, attributes);
        content.accept(this);
        return close();
    }

    /** A link. */
    Html link(String address, String text) {
        return element("a", text, "href", address);
    }

    /** The style sheet, which is the library's own and is written as it is. */
    Html style(String sheet) {
        html.append("<style>").append(sheet).append("</style>\n");
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}

package org.supportpolicy.cli;

import java.util.ArrayList;
import java.util.List;

/** A text for a screen of eighty columns. */
final class Sheet {

    private static final int COLUMNS = 80;
    private static final String STEP = "    ";
    private static final String FENCE = "```";

    private final StringBuilder text = new StringBuilder();

    /** Adds a heading, with a line left open before it unless it is the first. */
    Sheet heading(int depth, String line) {
        text.append(text.isEmpty() ? "" : "\n");
        return paragraph(depth, line);
    }

    /** Adds a paragraph, broken between words. */
    Sheet paragraph(int depth, String paragraph) {
        return broken(STEP.repeat(depth), words(paragraph));
    }

    /**
     * Adds an item of a list, broken between words, its further lines a little to the right.
     *
     * @param depth how many steps it stands to the right
     * @param place what follows it and is not broken
     */
    Sheet item(int depth, String item, String place) {
        List<String> words = new ArrayList<>(words(item));
        words.add(place);
        return broken(STEP.repeat(depth) + "- ", words);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private Sheet broken(String begin, List<String> words) {
        String indent = " ".repeat(begin.length());
        int column = 0;
        for (String word : words) {
            int width = word.codePointCount(0, word.length());
            if (column > 0 && column + 1 + width <= COLUMNS) {
                text.append(' ');
                column++;
            } else {
                text.append(column == 0 ? begin : "\n" + indent);
                column = begin.length();
            }
            text.append(word);
            column += width;
        }
        text.append('\n');
        return this;
    }

    /** Adds Markdown: headings, paragraphs and examples, which keep their lines. */
    Sheet markdown(String markdown) {
        StringBuilder paragraph = new StringBuilder();
        boolean example = false;
        for (String line : (markdown + "\n").split("\n", -1)) {
            if (line.startsWith(FENCE)) {
                text.append(example ? "" : "\n");
                example = !example;
            } else if (example) {
                text.append(line.isEmpty() ? "" : STEP).append(line).append('\n');
            } else if (!line.isBlank()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.startsWith("# ") ? line.substring(2) : line);
            } else if (!paragraph.isEmpty()) {
                heading(0, paragraph.toString());
                paragraph.setLength(0);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

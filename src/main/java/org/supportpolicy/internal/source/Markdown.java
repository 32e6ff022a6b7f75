package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into headings and paragraphs. */
final class Markdown {

    private Markdown() {}

    /**
     * A heading with its signs, or a paragraph on one line.
     *
     * @param text what it says
     * @param start where it begins
     */
    record Block(String text, int start) {}

    static List<Block> blocks(Source source) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int began = 0;
        String text = source.text();
        for (int start = 0, end; start <= text.length(); start = end + 1) {
            end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            String line = text.substring(start, end).strip();
            boolean heading = line.startsWith("#");
            if ((line.isEmpty() || heading) && !paragraph.isEmpty()) {
                blocks.add(new Block(paragraph.toString(), began));
                paragraph.setLength(0);
            }
            if (heading) {
                blocks.add(new Block(line, start));
            } else if (!line.isEmpty()) {
                began = paragraph.isEmpty() ? start : began;
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
            }
        }
        if (!paragraph.isEmpty()) {
            blocks.add(new Block(paragraph.toString(), began));
        }
        return blocks;
    }
}

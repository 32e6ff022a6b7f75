package org.supportpolicy.author;

import java.util.List;
import java.util.Locale;
import org.supportpolicy.fact.Limits;

/** A memo as one HTML page that needs nothing beside it, to be read, printed and signed. Not thread-safe. */
final class MemoHtml implements MemoSheet {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8c959f; --quiet: #57606a; --back: #f6f8fa; --gone: #ffdad6; --new: #d3f2da; }
            @media (prefers-color-scheme: dark) { :root { --line: #6e7681; --quiet: #9aa4af; --back: #161b22; --gone: #5d1a16;
                --new: #123d1e; } }
            * { box-sizing: border-box; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
            h3 { font-size: 1rem; } blockquote { margin: .5rem 0; padding: .25rem .75rem; border-left: 3px solid var(--line); }
            pre { background: var(--back); padding: .5rem; white-space: pre-wrap; font: .875rem/1.4 ui-monospace, monospace; }
            table { border-collapse: collapse; margin: .75rem 0; } th, td { text-align: left; vertical-align: top; padding: .25rem .75rem;
                border: 1px solid var(--line); } th { overflow-wrap: normal; }
            .beside { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } .beside p { margin: .25rem 0; font-weight: 600; }
            @media (max-width: 40rem) { .beside { grid-template-columns: 1fr; } }
            del { background: var(--gone); } ins { background: var(--new); } pre del, pre ins { text-decoration: none; }
            .sign { margin-top: 3rem; width: 100%; } .sign td { height: 3rem; }
            @media print { body { max-width: none; } h2, h3 { break-after: avoid; } .beside, table { break-inside: avoid; } }
            """;

    private final StringBuilder body = new StringBuilder();
    private final Locale locale;
    private String title = "";
    private String open = "";
    private boolean isHead;

    MemoHtml(Locale locale) {
        this.locale = locale;
    }

    private static String plain(String said) {
        return Limits.escaped(said).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private MemoHtml add(String html) {
        close();
        body.append(html).append('\n');
        return this;
    }

    private void open(String element) {
        if (!open.equals(element)) {
            close();
            body.append('<').append(element).append(">\n");
            open = element;
            isHead = true;
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            body.append("</").append(open).append(">\n");
            open = "";
        }
    }

    @Override
    public MemoHtml heading(int depth, String said) {
        if (depth == 1) {
            title = said;
        }
        return add("<h" + depth + ">" + plain(said) + "</h" + depth + ">");
    }

    @Override
    public MemoHtml paragraph(String said) {
        return add("<p>" + plain(said) + "</p>");
    }

    @Override
    public MemoHtml bold(String said) {
        return add("<p><strong>" + plain(said) + "</strong></p>");
    }

    @Override
    public MemoHtml quote(String said) {
        return add("<blockquote>" + plain(said) + "</blockquote>");
    }

    @Override
    public MemoHtml item(String said) {
        open("ul");
        body.append("<li>").append(plain(said)).append("</li>\n");
        return this;
    }

    @Override
    public MemoHtml row(String... cells) {
        open("table");
        if (List.of(cells).stream().allMatch("---"::equals)) {
            return this; // Markdown needs it between the heads and the rest
        }
        body.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            String element = i == 0 && cells[i].isEmpty() ? "td" : isHead ? "th scope=\"col\"" : i == 0 ? "th scope=\"row\"" : "td";
            body.append('<').append(element).append('>').append(plain(cells[i])).append("</").append(element, 0, 2).append('>');
        }
        body.append("</tr>\n");
        isHead = false;
        return this;
    }

    @Override
    public MemoHtml gap() {
        close();
        return this;
    }

    @Override
    public MemoHtml lines(String before, String after) {
        StringBuilder lines = new StringBuilder("<pre>");
        before.lines().forEach(line -> lines.append("<del>- ").append(plain(line)).append("</del>\n"));
        after.lines().forEach(line -> lines.append("<ins>+ ").append(plain(line)).append("</ins>\n"));
        return add(lines.append("</pre>").toString());
    }

    @Override
    public MemoHtml beside(String before, String then, String after, String now) {
        List<WordChanges.Piece> pieces = WordChanges.between(then, now);
        return add("<div class=\"beside\">" + column(before, side(pieces, "del", false))
                + column(after, side(pieces, "ins", true)) + "</div>");
    }

    private static String column(String head, String text) {
        return "<div><p>" + plain(head) + "</p><blockquote>" + text + "</blockquote></div>";
    }

    private static String side(List<WordChanges.Piece> pieces, String mark, boolean isNow) {
        StringBuilder side = new StringBuilder();
        for (WordChanges.Piece piece : pieces) {
            String text = plain(isNow ? piece.now() : piece.then());
            side.append(piece.isSame() || text.isEmpty() ? text : "<" + mark + ">" + text + "</" + mark + ">");
        }
        return side.toString();
    }

    /** Room for those who approve it. */
    void signatures(String who, String when, String signed) {
        add("<table class=\"sign\"><tr><th scope=\"col\">" + plain(who) + "</th><th scope=\"col\">" + plain(when)
                + "</th><th scope=\"col\">" + plain(signed) + "</th></tr><tr><td></td><td></td><td></td></tr></table>");
    }

    @Override
    public String toString() {
        close();
        String language = locale.getLanguage().equals("nl") ? "nl" : "en";
        return "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n"
                + "<title>" + plain(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n" + body
                + "</main>\n</body>\n</html>\n";
    }
}

package org.supportpolicy.author;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.environment.OwnFile;

/**
 * A policy as a book for those who answer for it and read no rules: HTML pages that need nothing beside them, to be read on a screen or
 * printed. A policy in which something is wrong has one too, which says what. Immutable and thread-safe.
 *
 * <p>In a book a clause stands at {@code #clause-} and its id, a rule at {@code #rule-} and its id, a reading at {@code #reading-} and its
 * id, and a fact at {@code #fact-} and its key.
 */
public final class Book {

    private static final String STYLE = OwnFile.text("/org/supportpolicy/book.css")
            .orElseThrow(() -> new IllegalStateException("The library must have its own style sheet beside its classes."));
    private static final String SECURITY_POLICY = "default-src 'none'; img-src data:; style-src 'sha256-" + digest(STYLE) + "'";

    private final WorkingCopy copy;
    private final Optional<Coverage> coverage;
    private final Optional<ScenarioReport> results;

    private Book(WorkingCopy copy, Optional<Coverage> coverage, Optional<ScenarioReport> results) {
        this.copy = copy;
        this.coverage = coverage;
        this.results = results;
    }

    /** The book of a working copy, in which no scenario was run. */
    public static Book of(WorkingCopy copy) {
        return new Book(Objects.requireNonNull(copy, "The copy must be given."), Optional.empty(), Optional.empty());
    }

    /** The same with what scenarios try of its rules. */
    public Book with(Coverage counted) {
        return new Book(copy, Optional.of(Objects.requireNonNull(counted, "The coverage must be given.")), results);
    }

    /** The same with how its scenarios come out. */
    public Book with(ScenarioReport report) {
        return new Book(copy, coverage, Optional.of(Objects.requireNonNull(report, "The report must be given.")));
    }

    /**
     * The header {@code Content-Security-Policy} with which a server sends these pages; they say the same of themselves. Nothing in them
     * is run, and nothing is loaded.
     */
    public static String securityPolicy() {
        return SECURITY_POLICY;
    }

    /**
     * The whole book.
     *
     * @param locale Dutch for a Dutch locale, English for any other; clauses, readings and words of the policy are in it in both
     */
    public String html(Locale locale) {
        BookWords words = words(locale);
        BookContents contents = BookContents.of(copy, coverage, results);
        return page(words, words.say("title"), html -> {
            BookFront front = new BookFront(contents, words, html);
            front.notice();
            front.summary();
            front.table();
            front.problems();
            new BookClauses(contents, words, html).write();
            coverage.ifPresent(new BookCoverage(words, html)::untried);
            new BookReadings(contents, words, html).write();
            html.open("section", "id", "glossary").element("h2", words.say("glossary"));
            copy.policy().ifPresentOrElse(policy -> new BookGlossary(Glossary.of(policy), words, html, "", 3).write(),
                    () -> html.element("p", words.say("glossary.none")));
            html.close();
        });
    }

    /**
     * A page with what scenarios try of a policy, and no more of the book.
     *
     * @param locale as {@link #html} has it
     */
    public static String coverage(SupportPolicy policy, Coverage coverage, Locale locale) {
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(coverage, "The coverage must be given.");
        BookWords words = words(locale);
        return page(words, words.say("coverage.title"), html -> new BookCoverage(words, html).write(policy, coverage));
    }

    /**
     * A page with the words that the rules of a policy can speak of, and no more of the book.
     *
     * @param locale as {@link #html} has it
     * @param book where the book stands, as the page is to link to it: {@code /book} or {@code book.html}
     */
    public static String glossary(SupportPolicy policy, Locale locale, String book) {
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(book, "The book must be given.");
        BookWords words = words(locale);
        return page(words, words.say("glossary"), html -> new BookGlossary(Glossary.of(policy), words, html, book, 2).write());
    }

    private static BookWords words(Locale locale) {
        return new BookWords(Objects.requireNonNull(locale, "The locale must be given."));
    }

    private static String page(BookWords words, String title, Consumer<Html> content) {
        Html html = new Html().tag("!DOCTYPE html").open("html", "lang", words.locale().getLanguage()).open("head")
                .tag("meta", "charset", "utf-8").tag("meta", "http-equiv", "Content-Security-Policy", "content", SECURITY_POLICY)
                .tag("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .tag("link", "rel", "icon", "href", "data:,")
                .element("title", title).style(STYLE).close().open("body").open("main").element("h1", title);
        content.accept(html);
        return html.close().close().close().toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

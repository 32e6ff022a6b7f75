package org.supportpolicy.workbench.bench;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.author.Book;
import org.supportpolicy.author.Coverage;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.workbench.http.Json;

/** The policy as a book, and the words of its rules, as the working copy is saved. */
final class BookRoutes implements Routes {

    private static final String BOOK = "/book";

    private final Copy copy;
    private final ScenarioRuns runs;
    private final Places places;
    private @Nullable Written last;

    BookRoutes(Copy copy, ScenarioRuns runs, Places places) {
        this.copy = copy;
        this.runs = runs;
        this.places = places;
    }

    /** The book of a version, for which the scenarios were run. */
    private record Written(long version, Book book) {}

    @Override
    public void add(RoutesConfig config) {
        config.get(BOOK, request -> write(request, book(copy.state()).html(Json.language(request))));
        config.get("/glossary", request -> {
            Locale language = Json.language(request);
            write(request, Book.glossary(places.sound(copy.state(), language), language, BOOK));
        });
    }

    private static void write(Context request, String html) {
        request.contentType("text/html; charset=utf-8").header("Content-Security-Policy",
                Book.securityPolicy() + "; frame-ancestors 'self'").result(html);
    }

    private synchronized Book book(Copy.State state) {
        if (last == null || last.version != state.version()) {
            last = new Written(state.version(), written(state));
        }
        return last.book;
    }

    private Book written(Copy.State state) {
        WorkingCopy saved = state.copy();
        if (saved == null) {
            throw new PolicyException("The working copy", state.problems());
        }
        Book book = Book.of(saved);
        return state.policy().map(policy -> book.with(runs.of(state.version()).orElseGet(() -> ScenarioRuns.run(state)).report())
                .with(Coverage.of(policy, saved.scenarios()))).orElse(book);
    }
}

package org.supportpolicy.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.TicketState;

/** The pages, and what their forms do. Everything that people wrote is escaped by the templates. Thread-safe. */
final class Pages {

    private static final String LANGUAGE = "lang";
    /** No script at all, and nothing of another site. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Pattern HERE = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(Path.of("."), ContentType.Html, Pages.class.getClassLoader(),
            Pages.class.getPackageName());
    private final Helpdesk helpdesk;
    private final Views views;
    private final Timers timers;
    private final DeskClock clock;

    Pages(Helpdesk helpdesk, Views views, Timers timers, DeskClock clock) {
        this.helpdesk = helpdesk;
        this.views = views;
        this.timers = timers;
        this.clock = clock;
    }

    void routes(RoutesConfig routes) {
        routes.before(this::guard);
        routes.get("/", this::queue);
        routes.get("/new", request -> show(request, "filing.jte", Map.of("filing", Filing.EMPTY)));
        routes.post("/tickets", this::file);
        routes.get("/tickets/{number}", this::ticket);
        routes.get("/tickets/{number}/explanation", this::explanation);
        routes.post("/tickets/{number}", this::act);
        routes.post("/clock", this::pass);
        routes.exception(Helpdesk.NoTicket.class, (e, request) -> message(request, HttpStatus.NOT_FOUND, "noTicket", ""));
        routes.exception(Helpdesk.Outdated.class,
                (e, request) -> message(request, HttpStatus.CONFLICT, "outdated", form(request).text("text")));
        routes.exception(PolicyException.class, (e, request) -> message(request, HttpStatus.UNPROCESSABLE_CONTENT, "refused",
                String.join("\n", problems(e, words(request).locale()))));
        routes.exception(IllegalArgumentException.class, (e, request) -> message(request, HttpStatus.BAD_REQUEST, "badForm", ""));
    }

    /** A browser says by which name it came here, and from which site a form comes: only our own may change anything. */
    private void guard(Context request) {
        request.header("Content-Security-Policy", POLICY);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
        String site = request.header("Sec-Fetch-Site");
        boolean elsewhere = !request.method().name().equals("GET") && site != null && !site.equals("same-origin");
        if (elsewhere || request.host() == null || !HERE.matcher(request.host()).matches()) {
            message(request, HttpStatus.FORBIDDEN, "otherSite", "");
            request.skipRemainingHandlers();
        }
    }

    private void queue(Context request) {
        TicketState state = Optional.ofNullable(request.queryParam("state")).map(TicketState::valueOf).orElse(TicketState.ACTIVE);
        int number = Optional.ofNullable(request.queryParam("page")).filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf).orElse(0);
        show(request, "queue.jte", Map.of("queue", views.queue(state, number)));
    }

    private void file(Context request) {
        Filing filing = Filing.of(form(request));
        FactSet facts;
        try {
            facts = filing.facts(clock.instant());
        } catch (PolicyException e) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, "filing.jte", Map.of("filing", filing.refused(problems(e, words(request).locale()))));
            return;
        }
        String number = helpdesk.file(facts);
        timers.wake();
        request.redirect("/tickets/" + number, HttpStatus.SEE_OTHER);
    }

    private void ticket(Context request) {
        Views.Whole whole = views.ticket(request.pathParam("number"));
        show(request, "ticket.jte", Map.of("ticket", new TicketPage(whole, Picture.of(whole.timeline(), views.zone()))));
    }

    private void explanation(Context request) {
        String number = request.pathParam("number");
        show(request, "explanation.jte", Map.of("number", number, "text", views.decision(number).explain(words(request).locale())));
    }

    private void act(Context request) {
        String number = request.pathParam("number");
        Form form = form(request);
        helpdesk.act(number, Integer.parseInt(form.text("version")), Act.valueOf(form.text("act")), form);
        timers.wake();
        request.redirect("/tickets/" + number, HttpStatus.SEE_OTHER);
    }

    private void pass(Context request) throws InterruptedException {
        Form form = form(request);
        clock.pass(Duration.parse(form.text("time")));
        timers.settle();
        String back = form.text("back");
        request.redirect(back.matches("/[^/\\\\].*") ? back : "/", HttpStatus.SEE_OTHER);
    }

    private void message(Context request, HttpStatus status, String key, String text) {
        request.status(status);
        show(request, "message.jte", Map.of("key", key, "text", text));
    }

    private void show(Context request, String template, Map<String, Object> what) {
        Map<String, Object> all = new TreeMap<>(what);
        String path = request.method().name().equals("GET") ? request.path() : "/";
        all.put("page", new Page(words(request), path, clock.instant(), clock.isSimulated()));
        StringOutput out = new StringOutput();
        templates.render(template, all, out);
        request.html(out.toString());
    }

    /** The language that was chosen, now or before, or else the browser's. */
    private Words words(Context request) {
        String chosen = request.queryParam(LANGUAGE);
        if (chosen != null && request.method().name().equals("GET")) {
            request.cookie(new Cookie(LANGUAGE, chosen.equals("nl") ? "nl" : "en", "/", -1, false, true, null, SameSite.LAX));
        }
        String language = Objects.requireNonNullElseGet(chosen, () -> Objects.requireNonNullElseGet(request.cookie(LANGUAGE),
                () -> Objects.requireNonNullElse(request.header("Accept-Language"), "")));
        return Words.of(language, views.zone());
    }

    private static Form form(Context request) {
        return new Form(request.formParamMap());
    }

    private static List<String> problems(PolicyException e, Locale locale) {
        return e.problems().stream().map(problem -> problem.said().in(locale)).toList();
    }
}

package org.supportpolicy.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.supportpolicy.Decider;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.json.FactSetReader;

/** All parts of the desk, put together. */
final class Desk implements AutoCloseable {

    private final Database database;
    private final DeskClock clock;
    private final Helpdesk helpdesk;
    private final Views views;
    private final Timers timers;

    private Desk(Database database, DeskClock clock, Decider decider, DeskTemplate template) {
        this.database = database;
        this.clock = clock;
        this.helpdesk = new Helpdesk(database, decider, template, clock);
        this.views = new Views(database, decider, template, clock);
        this.timers = new Timers(helpdesk, clock);
    }

    /** Opens the desk and works off the timers that ran out meanwhile. */
    static Desk open(String url, InstantSource source, boolean simulated) {
        Database database = new Database(url, System.getenv("DESK_DB_USER"), System.getenv("DESK_DB_PASSWORD"));
        DeskClock clock = new DeskClock(source, database, simulated);
        return new Desk(database, clock, SupportPolicy.standard(), template());
    }

    /** What is the same for each ticket: the hours, the targets and the products of this desk. */
    static DeskTemplate template() {
        return new FactSetReader().readDesk("desk.json", text());
    }

    /** Each product with each of its versions, the newest first, such as Remote Manager 9.6. */
    static List<String> products() {
        List<String> products = new ArrayList<>();
        try {
            for (JsonNode product : new JsonMapper().readTree(text()).get("products")) {
                List<JsonNode> versions = new ArrayList<>();
                product.get("versions").forEach(version -> versions.add(0, version));
                versions.forEach(version -> products.add(product.get("name").asText() + " " + version.get("version").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return products;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Desk.class.getResourceAsStream("/desk.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a stock of tickets over; how many rows could not be read. */
    int load(Path file) throws IOException {
        int bad = ServiceNowLog.read(file, helpdesk::load);
        timers.wake();
        return bad;
    }

    /** Serves the pages, to this machine alone: the desk asks nobody who they are. */
    Javalin serve(int port) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.staticFiles.add("/public", Location.CLASSPATH);
            new Pages(helpdesk, views, timers, clock).routes(config.routes);
        }).start("127.0.0.1", port);
    }

    Helpdesk helpdesk() {
        return helpdesk;
    }

    Views views() {
        return views;
    }

    Timers timers() {
        return timers;
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        timers.close();
        database.close();
    }
}

package org.supportpolicy.desk;

import com.zaxxer.hikari.pool.HikariPool;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Starts the desk, for people at this machine, until the process is asked to stop. */
@Command(name = "desk", mixinStandardHelpOptions = true, description = "A small help desk that decides its tickets by the policy.")
public final class Main implements Callable<Integer> {

    /** The desk cannot start, for a reason that whoever starts it can mend. */
    private static final class CannotStart extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotStart(String message) {
            super(message);
        }
    }

    /** What time it is. */
    enum Clock { real, simulated }

    @Option(names = "--port", paramLabel = "NUMBER", defaultValue = "8080",
            description = "${DEFAULT-VALUE} when left out; 0 for any that is free.")
    private int port;

    @Option(names = "--db", paramLabel = "JDBC-URL",
            description = "The database, such as jdbc:postgresql://localhost/desk; a file in the folder target when left out.")
    private @Nullable String database;

    @Option(names = "--clock", paramLabel = "real|simulated", defaultValue = "real",
            description = "Simulated, the pages let hours, days and weeks pass.")
    private Clock clock;

    @Option(names = "--load", paramLabel = "FILE.csv[.gz]",
            description = "The log of a ServiceNow desk to begin with, as examples/servicenow-replay has it.")
    private @Nullable Path stock;

    /** Runs the command. */
    public static void main(String... args) {
        System.exit(new CommandLine(new Main()).setExecutionExceptionHandler(Main::say).execute(args));
    }

    private static int say(Exception e, CommandLine command, ParseResult given) throws Exception {
        if (!(e instanceof CannotStart)) {
            throw e;
        }
        command.getErr().println(e.getMessage());
        return 1;
    }

    @Override
    public Integer call() throws InterruptedException {
        Logger.getLogger("").setLevel(Level.WARNING);
        String url = database == null ? Database.EMBEDDED.formatted(Path.of("target/desk").toAbsolutePath()) : database;
        Desk desk = opened(url);
        Javalin server = served(desk);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            desk.close();
            stopped.countDown();
        }, "stop"));
        System.out.println("Listening on http://127.0.0.1:" + server.port() + "/");
        if (stock != null) {
            System.out.println("Loaded " + stock.normalize() + "; rows that could not be read: " + loaded(desk, stock));
        }
        stopped.await();
        return 0;
    }

    private Desk opened(String url) {
        try {
            return Desk.open(url, InstantSource.system(), clock == Clock.simulated);
        } catch (HikariPool.PoolInitializationException e) {
            throw new CannotStart("The database cannot be opened. Is the desk running already? " + e.getCause().getMessage());
        }
    }

    private Javalin served(Desk desk) {
        try {
            return desk.serve(port);
        } catch (JavalinBindException e) {
            desk.close();
            throw new CannotStart("Port " + port + " is taken. --port chooses another.");
        }
    }

    private int loaded(Desk desk, Path log) {
        try {
            return desk.load(log);
        } catch (IOException e) {
            throw new CannotStart("The log (" + log + ") cannot be read. " + e.getMessage());
        }
    }

}

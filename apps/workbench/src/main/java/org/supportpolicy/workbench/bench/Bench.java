package org.supportpolicy.workbench.bench;

import io.javalin.util.JavalinBindException;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.cli.LanguageOption;
import org.supportpolicy.cli.RefusedArguments;
import org.supportpolicy.workbench.http.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens a working copy in the browser until the process is asked to stop. */
@Command(name = "bench", mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n", exitCodeList = {"1:the directory cannot be read, or something else listens on the port",
            "2:wrong usage", "130, 143:it was asked to stop (Ctrl-C, SIGTERM), and stopped"},
        description = "Opens a working copy in the browser: the policy as people read it, an editor, tickets to try, what the edit changes "
            + "and what the scenarios say of it. It answers this machine alone, and writes nothing but the working copy.")
public final class Bench implements Callable<Integer> {

    private static final int PORTS = 65_535;
    private static final int FIRST_FREE = 49_152;
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
    private static final Logger JAVALIN = Logger.getLogger("io.javalin");

    @Parameters(paramLabel = "DIR", description = "The working copy, such as init makes one.")
    private Path directory;

    @Option(names = "--port", paramLabel = "NUMBER",
            description = "Where to listen; when left out the same for a directory each time, or any that is free.")
    private @Nullable Integer port;

    @Option(names = "--no-open", description = "Print the address and open no browser.")
    private boolean closed;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (System.getProperty("java.util.logging.config.file") == null) {
            JETTY.setLevel(Level.WARNING);
            JAVALIN.setLevel(Level.OFF); // what it says is said again where it is answered
        }
        if (port != null && (port < 0 || port > PORTS)) {
            throw new RefusedArguments(spec.commandLine(), Texts.said("command.between", "--port", port, 0, PORTS));
        }
        Locale locale = language.locale();
        PrintWriter out = spec.commandLine().getOut();
        try (BenchServer server = server()) {
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.end();
                stopped.countDown();
            }, "stop"));
            String address = server.address() + "&lang=" + locale;
            out.println(Texts.said("bench.open").in(locale));
            out.println(address);
            out.flush();
            if (!closed) {
                open(address);
            }
            stopped.await();
        } catch (JavalinBindException e) {
            spec.commandLine().getErr().println(Texts.said("command.occupied", "127.0.0.1:" + port).in(locale));
            return 1;
        }
        return 0;
    }

    /** A browser keeps what was not saved by the address, so that it must be the same when the bench is started anew. */
    private BenchServer server() {
        if (port != null) {
            return new BenchServer(directory, port);
        }
        try {
            return new BenchServer(directory, usual(directory));
        } catch (JavalinBindException e) {
            return new BenchServer(directory, 0);
        }
    }

    /** One of the ports that nobody is registered for, by the name of a directory. */
    static int usual(Path directory) {
        return FIRST_FREE + Math.floorMod(directory.toAbsolutePath().normalize().toString().hashCode(), PORTS + 1 - FIRST_FREE);
    }

    /** Opens the browser where there is one; the address was printed all the same. */
    private static void open(String address) {
        try {
            if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(URI.create(address));
            }
        } catch (IOException | RuntimeException e) {
            return; // whoever reads the address opens it
        }
    }
}

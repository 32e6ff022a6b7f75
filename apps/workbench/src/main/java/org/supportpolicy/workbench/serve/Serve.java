package org.supportpolicy.workbench.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.cli.LanguageOption;
import org.supportpolicy.cli.RefusedArguments;
import org.supportpolicy.workbench.http.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers over HTTP until the process is asked to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n", exitCodeList = {"1:the rules are bad, or it could not listen there",
            "2:wrong usage", "130, 143:it was asked to stop (Ctrl-C, SIGTERM), and stopped"},
        description = "Decides tickets over HTTP, for helpdesks in any language. It keeps nothing, and writes no text of a ticket to its "
            + "log.",
        footer = {"", "A first try, from another terminal:",
            "  curl -H 'Content-Type: application/json' --data @ticket.json http://127.0.0.1:8181/decide"})
public final class Serve implements Callable<Integer> {

    private static final String TOKEN = "SUPPORT_POLICY_TOKEN";
    private static final int MEGABYTE = 1_000_000;
    private static final int PORTS = 65_535;
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
    private static final Logger JAVALIN = Logger.getLogger("io.javalin");
    private static final Logger REQUESTS = Logger.getLogger(Service.ACCESS.getName());

    @Option(names = "--rules", paramLabel = "DIR",
            description = "Rule files to use instead of the library's; each sound edit is taken over while it runs.")
    private @Nullable Path rules;

    @Option(names = "--host", paramLabel = "NAME", defaultValue = "127.0.0.1",
            description = "Where to listen; ${DEFAULT-VALUE} when left out. Elsewhere than on this machine a token is needed.")
    private String host;

    @Option(names = "--port", paramLabel = "NUMBER", defaultValue = "8181",
            description = "${DEFAULT-VALUE} when left out; 0 for any that is free.")
    private int port;

    @Option(names = "--token-file", paramLabel = "FILE",
            description = "The token that each request must bring, as in Authorization: Bearer TOKEN. Or in the environment: "
                + TOKEN + ".")
    private @Nullable Path tokenFile;

    @Option(names = "--max-body", paramLabel = "MEGABYTES", defaultValue = "10",
            description = "The longest body that is read; ${DEFAULT-VALUE} when left out.")
    private int maxBody;

    @Option(names = "--max-seconds", paramLabel = "SECONDS", defaultValue = "60",
            description = "How long a request may take, with the time in which its body comes; what takes longer is stopped. "
                + "${DEFAULT-VALUE} when left out.")
    private int maxSeconds;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30",
            description = "How long a connection may be silent, and how long work under way may take when it stops; "
                + "${DEFAULT-VALUE} when left out.")
    private int timeout;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    /** Of the server only what is amiss, of requests a line each, unless the JDK's own settings say otherwise. */
    private static void log() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            JETTY.setLevel(Level.WARNING);
            JAVALIN.setLevel(Level.OFF); // what it says is said again where it is answered
            REQUESTS.setLevel(Level.INFO);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        log();
        Limits limits = new Limits(positive("--max-body", maxBody, 1_000) * MEGABYTE,
                Duration.ofSeconds(positive("--max-seconds", maxSeconds, 3_600)),
                Duration.ofSeconds(positive("--timeout", timeout, 3_600)));
        if (port < 0 || port > PORTS) {
            throw refused("command.between", "--port", port, 0, PORTS);
        }
        String token = token();
        if (token == null && !isLoopback()) {
            throw refused("serve.token-needed", host, TOKEN);
        }
        try (Source source = Source.of(rules); Service service = Service.start(source, host, port, limits, token)) {
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.stop();
                stopped.countDown();
            }, "stop"));
            PrintWriter out = spec.commandLine().getOut();
            Decision.Receipt policy = source.policy().receipt();
            out.println(Texts.said("serve.listening", service.address(), policy.edition(), policy.fingerprint()).in(language.locale()));
            out.flush();
            stopped.await();
        } catch (Service.NotListening e) {
            spec.commandLine().getErr().println(e.said().in(language.locale()));
            return 1;
        }
        return 0;
    }

    private int positive(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw refused("command.between", option, value, 1, most);
        }
        return value;
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw refused("serve.host", host);
        }
    }

    private @Nullable String token() throws IOException {
        String token = tokenFile == null ? System.getenv(TOKEN) : read(tokenFile);
        if (token != null && token.isBlank()) {
            throw refused("serve.token-empty");
        }
        return token == null ? null : token.strip();
    }

    private String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw refused("serve.token-file", file);
        }
    }

    private RefusedArguments refused(String key, Object... values) {
        return new RefusedArguments(spec.commandLine(), Texts.said(key, values));
    }
}

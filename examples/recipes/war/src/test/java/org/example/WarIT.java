package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** The web application in a container, whose own loader has the library too: it uses its own copy, and leaves nothing behind. */
class WarIT {

    private static final Path TICKET = Path.of("../../tickets/server-down.json");

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;
    private Path rules;
    private Context application;

    @BeforeEach
    void start() throws Exception {
        rules = folder.resolve("rules");
        WorkingCopy.init(rules);
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        Files.createDirectories(folder.resolve("tomcat/webapps"));
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        application = tomcat.addWebapp("", Path.of("target/host.war").toAbsolutePath().toString());
        application.addParameter("rules", rules.toString());
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.destroy();
    }

    @Test
    void itDecidesByRulesThatAreWatchedUntilItEnds() throws Exception {
        String own = new DecisionWriter().write(SupportPolicy.load(rules).decide(new FactSetReader().read(TICKET)));
        assertThat(decided()).isEqualTo(own);
        ClassLoader loader = application.getLoader().getClassLoader();
        WeakReference<Class<?>> theirs = new WeakReference<>(loader.loadClass(SupportPolicy.class.getName()));
        loader = null;
        assertThat(theirs.get()).isNotNull().isNotSameAs(SupportPolicy.class);
        for (String text : List.of("policy.en.md", "policy.nl.md")) {
            Path file = rules.resolve(text);
            Files.writeString(file, Files.readString(file).replace("Edition: 1.0", "Edition: 1.1").replace("Editie: 1.0", "Editie: 1.1"));
        }
        String after = own;
        for (int asked = 0; asked < 1_000 && after.equals(own); asked++) {
            Thread.sleep(50);
            after = decided();
        }
        assertThat(after).startsWith("{\"policy\":{\"edition\":\"1.1\"");
        tomcat.stop();
        tomcat.getHost().removeChild(application);
        application = null;
        takeTheirPlace(new Own(Own.class, "one"), new Own(Own.class, "two"));
        for (int i = 0; i < 100 && theirs.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(theirs.get()).isNull();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).noneMatch(name -> name.startsWith("support-policy"));
    }

    /** The JDK remembers the last record that was compared, and with it the loader of its class. */
    private static void takeTheirPlace(Own one, Own other) {
        assertThat(one.equals(other)).isFalse();
        assertThat(one.hashCode() + one.toString()).isNotEmpty();
    }

    private record Own(Class<?> type, String text) {}

    private String decided() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/decide"))
                .POST(HttpRequest.BodyPublishers.ofFile(TICKET)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}

package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.verify.Scenario;

/** The pages in a real browser: Chromium, where it is installed. The policy fails some scenarios, so that all there can be is on them. */
class BookPagesTest {

    private static final int EVERY = Integer.getInteger("supportpolicy.pages", 30);

    private static String book;
    private static String coverage;

    @TempDir
    private static Path copied;

    @TempDir
    private Path directory;

    @BeforeAll
    static void make() throws IOException {
        WorkingCopy.init(copied);
        Path closure = copied.resolve("closure.drl");
        Files.writeString(closure, Files.readString(closure).replace("daysAfter( 7, $marked", "daysAfter( 5, $marked"));
        WorkingCopy copy = WorkingCopy.read(copied);
        SupportPolicy policy = copy.policy().orElseThrow();
        List<Scenario> some = copy.scenarios().stream().filter(scenario -> scenario.file().endsWith("closure.yaml")).toList();
        Coverage tried = Coverage.of(policy, some);
        book = Book.of(copy).with(tried).with(ScenarioReport.of(policy, some)).html(Locale.ENGLISH);
        coverage = Book.coverage(policy, tried, Locale.ENGLISH);
    }

    @Test
    void thePagesOpenWithoutAnError() throws Exception {
        String browser = browser();
        for (String page : List.of(book, coverage)) {
            String said = run(browser, "--window-size=1280,900", "--dump-dom", Files.writeString(directory.resolve("page.html"), page).toUri().toString());
            assertThat(said).contains("<h1>").doesNotContain("CONSOLE", "Uncaught", "ERR_");
        }
    }

    /** Lays a page out in a frame of the width and measures whether anything sticks out. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void thePagesFitTheirWidth(int width) throws Exception {
        String browser = browser();
        for (String page : List.of(book, coverage)) {
            String framed = "<!DOCTYPE html><body><iframe width=" + width + " height=900 srcdoc=\"" + page.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe>"
                    + "<script>onload=()=>{const e=document.querySelector('iframe').contentDocument.documentElement;"
                    + "const small=[...e.querySelectorAll('p,li,summary,code,td,th')].filter(x=>parseFloat(getComputedStyle(x).fontSize)<12.9).length;"
                    + "document.title='wide '+e.scrollWidth+' small '+small}</script>";
            String said = run(browser, "--window-size=1400,1000", "--dump-dom", Files.writeString(directory.resolve("framed.html"), framed).toUri().toString());
            Matcher measured = Pattern.compile("<title>wide (\\d+) small (\\d+)</title>").matcher(said);
            assertThat(measured.find()).as(said.substring(0, Math.min(500, said.length()))).isTrue();
            assertThat(Integer.parseInt(measured.group(1))).as("width in pixels").isPositive().isLessThanOrEqualTo(width);
            assertThat(measured.group(2)).as("texts smaller than 13 pixels").isEqualTo("0");
        }
    }

    /**
     * Held to the rules of axe, which a page lets in only when it no longer says that nothing may be run. A build looks at one in thirty of what
     * a page tells, which is all alike; the gate at more.
     */
    @ParameterizedTest
    @CsvSource({"1280, --window-size=1280", "400, --window-size=500", "dark, --blink-settings=preferredColorScheme=0"})
    void everybodyCanReadThePages(String name, String option) throws Exception {
        String browser = browser();
        String some = "[...document.querySelectorAll('article,tbody tr')].forEach((each, i) => i % " + EVERY + " && each.remove());";
        for (String page : List.of(book, coverage)) {
            String open = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "").replace("</body>", "<script>" + axe()
                    + "</script><script>" + some + "axe.run().then(found=>document.title='axe '+found.passes.length+' '+found.violations.map(each=>each.id+' '+each.nodes[0].html).join('; ')+' end')</script></body>");
            String said = run(browser, option, "--dump-dom", Files.writeString(directory.resolve("axe.html"), open).toUri().toString());
            Matcher found = Pattern.compile("<title>axe (\\d+) (.*) end</title>").matcher(said);
            assertThat(found.find()).as(said.substring(0, Math.min(500, said.length()))).isTrue();
            assertThat(Integer.parseInt(found.group(1))).as("rules passed").isGreaterThan(10);
            assertThat(found.group(2)).isEmpty();
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(BookPagesTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("</script", "<\\/script");
        }
    }

    private String browser() {
        Optional<String> found = Stream.of(System.getenv("PATH").split(":")).flatMap(folder -> Stream.of(folder + "/chromium", folder + "/chromium-browser", folder + "/google-chrome"))
                .filter(path -> Files.isExecutable(Path.of(path))).findFirst();
        assumeThat(found).as("no Chromium on the PATH: the pages are not looked at in a browser (Debian package chromium)").isPresent();
        return found.orElseThrow();
    }

    private String run(String browser, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--user-data-dir=" + directory.resolve("profile"), "--enable-logging=stderr", "--virtual-time-budget=60000"));
        command.addAll(List.of(arguments));
        Path said = directory.resolve("said.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the browser ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
    }
}

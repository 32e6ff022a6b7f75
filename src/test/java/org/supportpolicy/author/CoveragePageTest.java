package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.verify.ScenarioSuite;

/** The page in a real browser: Chromium, where it is installed. */
class CoveragePageTest {

    private static String page;

    @TempDir
    private Path directory;

    @BeforeAll
    static void make() {
        SupportPolicy policy = SupportPolicy.standard();
        page = CoveragePage.html(Coverage.of(policy, ScenarioSuite.of(policy, Path.of("src/test/resources/scenarios")).scenarios()), policy.clauses());
    }

    @Test
    void thePageNamesEveryRuleAndNeedsNothingBesideIt() {
        SupportPolicy.standard().rules().forEach(rule -> assertThat(page).contains(rule.name().replace("&", "&amp;")));
        assertThat(page).doesNotContain("http:", "https:", "<script", "src=", "@import", "url(");
    }

    @Test
    void whatTheRulesSayIsNotTakenForMarkup() {
        assertThat(page).contains("day &lt;= $today").doesNotContain("day <= $today");
    }

    @Test
    void thePageOpensWithoutAnError() throws Exception {
        String browser = browser();
        Path file = Files.writeString(directory.resolve("page.html"), page);
        String said = run(browser, "--window-size=1280,900", "--dump-dom", file.toUri().toString());
        assertThat(said).contains("<h1>Coverage of the policy</h1>").doesNotContain("CONSOLE", "Uncaught", "ERR_");
    }

    /** Lays the page out in a frame of the width and measures whether anything sticks out. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void thePageFitsItsWidth(int width) throws Exception {
        String browser = browser();
        String framed = "<!DOCTYPE html><body><iframe width=" + width + " height=900 srcdoc=\"" + page.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe>"
                + "<script>onload=()=>{const e=document.querySelector('iframe').contentDocument.documentElement;"
                + "const small=[...e.querySelectorAll('p,li,summary,code')].filter(x=>parseFloat(getComputedStyle(x).fontSize)<14).length;"
                + "document.title='wide '+e.scrollWidth+' small '+small}</script>";
        String said = run(browser, "--window-size=1400,1000", "--dump-dom", Files.writeString(directory.resolve("framed.html"), framed).toUri().toString());
        Matcher measured = Pattern.compile("<title>wide (\\d+) small (\\d+)</title>").matcher(said);
        assertThat(measured.find()).as(said.substring(0, Math.min(500, said.length()))).isTrue();
        assertThat(Integer.parseInt(measured.group(1))).as("width in pixels").isPositive().isLessThanOrEqualTo(width);
        assertThat(measured.group(2)).as("texts smaller than 14 pixels").isEqualTo("0");
    }

    private String browser() {
        Optional<String> found = Stream.of(System.getenv("PATH").split(":")).flatMap(folder -> Stream.of(folder + "/chromium", folder + "/chromium-browser", folder + "/google-chrome"))
                .filter(path -> Files.isExecutable(Path.of(path))).findFirst();
        assumeThat(found).as("no Chromium on the PATH: the page is not looked at in a browser (Debian package chromium)").isPresent();
        return found.orElseThrow();
    }

    private String run(String browser, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--user-data-dir=" + directory.resolve("profile"), "--enable-logging=stderr", "--virtual-time-budget=5000"));
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

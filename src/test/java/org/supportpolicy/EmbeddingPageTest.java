package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages on embedding show stands in a project that is built and run, and speaks of the version that is built. */
class EmbeddingPageTest {

    private static final List<Path> PROJECTS = List.of(Path.of("examples/recipes"), Path.of("examples/drools-session"),
            Path.of("apps/spring-boot-sample"), Path.of("packaging/stranger"));
    private static final Pattern SNIPPET = Pattern.compile("```(?:xml|java)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LIBRARY = Pattern.compile("<artifactId>support-policy[a-z-]*</artifactId>\\s*<version>([^$<]+)<");

    private static String stripped(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path project : PROJECTS) {
            try (Stream<Path> files = Files.walk(project)) {
                files.filter(file -> file.toString().matches("[^.]*(\\.java|pom\\.xml)") && !file.toString().contains("target"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    @ParameterizedTest
    @CsvSource({"docs/embedding.md, '', 7", "README.md, ## Embed, 1", "docs/engine.md, ## If you come, 1"})
    void whatAPageShowsIsBuilt(Path page, String from, int snippets) throws IOException {
        String text = Files.readString(page);
        String whole = text.substring(text.indexOf(from));
        int end = from.isEmpty() ? -1 : whole.indexOf("\n## ");
        String chapter = end < 0 ? whole : whole.substring(0, end);
        String sources = sources().stream().map(EmbeddingPageTest::read).map(EmbeddingPageTest::stripped).collect(Collectors.joining("\n"));
        assertThat(SNIPPET.matcher(chapter).results().map(found -> stripped(found.group(1)))).hasSize(snippets)
                .allSatisfy(snippet -> assertThat(sources).contains(snippet));
    }

    @Test
    void theVersionIsTheOneThatIsBuilt() throws IOException {
        String version = read(Path.of("pom.xml")).split("</?version>")[1];
        List<String> named = Stream.concat(Stream.of(Path.of("README.md"), Path.of("docs/embedding.md")), sources().stream())
                .flatMap(file -> LIBRARY.matcher(read(file)).results()).map(MatchResult::group).toList();
        assertThat(named).hasSizeGreaterThan(5).allSatisfy(each -> assertThat(each).contains("<version>" + version + "<"));
        assertThat(read(Path.of("examples/recipes/pom.xml"))).contains("<support-policy.version>" + version + "<");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

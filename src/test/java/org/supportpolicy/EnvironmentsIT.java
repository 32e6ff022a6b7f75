package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.LoadSettings;
import probe.Probe;

/** The library under class loaders, as a module and in jars that were packed anew: it answers as ever, or says what is missing. */
class EnvironmentsIT {

    private static final Path RULES = Path.of("src/main/resources/rules").toAbsolutePath();
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios/terms.yaml").toAbsolutePath();
    private static final Path COMMAND_LINE = Path.of("target/support-policy-cli.jar");
    private static final Path LIBRARY = jarOf(SupportPolicy.class);
    private static final Path LOGGING = jarOf(LoggerFactory.class);
    private static final Path NULLNESS = jarOf(Nullable.class);
    private static final Path JACKSON = jarOf(JsonFactory.class);
    private static final Path YAML = jarOf(LoadSettings.class);
    private static final String EXPECTED = Probe.answers(RULES, SCENARIOS);
    private static final String WITHOUT_LIBRARIES = withoutLibraries();

    @TempDir
    private Path folder;
    private Path host;

    @BeforeEach
    void writeAHost() throws IOException {
        host = folder.resolve("host");
        Path written = Files.createDirectories(host.resolve("probe"));
        for (String name : List.of("Probe.class", "Probe$Nobody.class")) {
            try (InputStream in = Probe.class.getResourceAsStream(name)) {
                Files.copy(in, written.resolve(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyContextLoaderWillDoFromTheFirstCallOn(boolean none) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null); URLClassLoader loader = loader(LIBRARY, LOGGING, NULLNESS, JACKSON, YAML)) {
            thread.setContextClassLoader(none ? null : empty);
            assertThat(answers(loader)).isEqualTo(EXPECTED);
            thread.setContextClassLoader(before);
            assertThat(answers(loader)).isEqualTo(EXPECTED);
            thread.setContextClassLoader(none ? null : empty);
            assertThat(answers(loader)).isEqualTo(EXPECTED);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theLibraryAndWhatItNeedsAreEnoughAndTheRestIsAskedForByName() throws Exception {
        try (URLClassLoader loader = loader(LIBRARY, LOGGING, NULLNESS)) {
            String answers = answers(loader);
            assertThat(answers).isEqualTo(answers(loader)).isEqualTo(WITHOUT_LIBRARIES);
        }
        try (URLClassLoader loader = loader(LIBRARY, LOGGING, NULLNESS, JACKSON)) {
            assertThat(answers(loader).lines().filter(line -> line.contains("SP-E001"))).singleElement().asString()
                    .startsWith("scenarios: ").contains("org.snakeyaml:snakeyaml-engine");
        }
    }

    /** The answers where the libraries for JSON and YAML are not there. */
    private static String withoutLibraries() {
        return EXPECTED.lines().map(line -> {
            String what = line.substring(0, line.indexOf(':'));
            return what + ": " + switch (what) {
                case "standard", "load", "watch" -> line.substring(what.length() + 2);
                case "scenarios" -> missing("org.snakeyaml:snakeyaml-engine", "org.snakeyaml.engine");
                default -> missing("com.fasterxml.jackson.core:jackson-core", "com.fasterxml.jackson.core");
            };
        }).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String missing(String library, String module) {
        return "SP-E001 The library (" + library + ") must be there for what was asked. Maybe add " + library
                + " to the dependencies; a host that is a module says (requires " + module + ";) too.";
    }

    /** What the JDK need have beside its base, such as data of languages, is nothing. */
    @Test
    void aModuleNeedsNothingButTheLibraryAndWhatThatRequires() throws Exception {
        module("requires org.supportpolicy;");
        assertThat(java("-p", path(LIBRARY, LOGGING, NULLNESS, JACKSON, host), "--limit-modules", "probe", "-m", "probe/probe.Probe", RULES.toString(), SCENARIOS.toString()))
                .isEqualTo(WITHOUT_LIBRARIES);
    }

    @Test
    void aModuleThatRequiresTheOtherLibrariesHasAll() throws Exception {
        module("requires org.supportpolicy; requires com.fasterxml.jackson.core; requires org.snakeyaml.engine;");
        assertThat(java("-p", path(LIBRARY, LOGGING, NULLNESS, JACKSON, YAML, host), "-m", "probe/probe.Probe", RULES.toString(), SCENARIOS.toString())).isEqualTo(EXPECTED);
    }

    @Test
    void aJarWithoutFilesOfServicesDecides() throws Exception {
        Path packed = packedAnew(COMMAND_LINE, name -> name.startsWith("META-INF/"));
        try (URLClassLoader loader = loader(packed)) {
            assertThat(answers(loader)).isEqualTo(EXPECTED);
        }
    }

    @Test
    void aJarThatLostARuleFileSaysWhich() throws Exception {
        Path packed = packedAnew(LIBRARY, name -> name.equals("rules/terms.drl"));
        try (URLClassLoader loader = loader(packed, LOGGING, NULLNESS)) {
            Class<?> policy = loader.loadClass(SupportPolicy.class.getName());
            for (int times = 0; times < 2; times++) {
                assertThat(catchThrowable(() -> policy.getMethod("standard").invoke(null)).getCause())
                        .hasMessageContaining("SP-E002").hasMessageContaining("(/rules/terms.drl)");
            }
        }
    }

    @Test
    void theCommandLineIsQuietAndLogsWhenAsked() throws Exception {
        String[] decide = {"-jar", COMMAND_LINE.toString(), "decide", "--json", "--rules", RULES.toString(), "examples/tickets/server-down.json"};
        String answer = java(decide);
        assertThat(answer.lines()).singleElement().asString().startsWith("{\"policy\"");
        assertThat(said()).isEmpty();
        Path settings = Files.writeString(folder.resolve("logging.properties"), "handlers = java.util.logging.ConsoleHandler\n");
        String[] loud = Stream.concat(Stream.of("-Djava.util.logging.config.file=" + settings), Arrays.stream(decide)).toArray(String[]::new);
        assertThat(java(loud)).isEqualTo(answer);
        assertThat(said()).contains("INFO: Loaded the policy of ", " rules, in ");
    }

    @Test
    void anAsmThatDoesNotFitIsWarnedOfAndTheRulesGoOnByTheirPlan() throws Exception {
        List<String> tickets = Files.readAllLines(Path.of("examples/tickets.jsonl"));
        Path lines = Files.write(folder.resolve("tickets.jsonl"), Collections.nCopies(9_000 / tickets.size(), tickets).stream().flatMap(List::stream).toList());
        String[] decide = {"org.supportpolicy.cli.Main", "decide", "--json", lines.toString()};
        String answers = java(with(path(COMMAND_LINE), decide));
        assertThat(said()).isEmpty();
        Path writer = Files.writeString(folder.resolve("ClassWriter.java"), "package org.objectweb.asm; public class ClassWriter {}");
        Path other = folder.resolve("other");
        assertThat(ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.out, "-d", other.toString(), writer.toString())).isZero();
        assertThat(java(with(path(other, COMMAND_LINE), decide))).isEqualTo(answers);
        assertThat(said().lines()).singleElement().asString().contains("WARNING", "ASM is another than was expected");
    }

    private static String[] with(String classPath, String... command) {
        return Stream.concat(Stream.of("-cp", classPath), Stream.of(command)).toArray(String[]::new);
    }

    private String answers(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> probe = loader.loadClass(Probe.class.getName());
        assertThat(probe.getClassLoader()).isSameAs(loader);
        return (String) probe.getMethod("answers", Path.class, Path.class).invoke(null, RULES, SCENARIOS);
    }

    /** A loader that sees some jars, the host and the JDK, and nothing of this test. */
    private URLClassLoader loader(Path... jars) throws IOException {
        List<URL> all = new ArrayList<>(List.of(host.toUri().toURL()));
        for (Path jar : jars) {
            all.add(jar.toUri().toURL());
        }
        return new URLClassLoader(all.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private void module(String requires) throws IOException {
        Path source = Files.writeString(folder.resolve("module-info.java"), "module probe { " + requires + " }");
        assertThat(ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.out, "-p",
                path(LIBRARY, LOGGING, NULLNESS, JACKSON, YAML),
                "--patch-module", "probe=" + host, "-d", host.toString(), source.toString())).isZero();
    }

    private static String path(Path... places) {
        return Stream.of(places).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** What a Java of its own prints when all is well; {@link #said()} has what it says on standard error. */
    private String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-Dslf4j.internal.verbosity=ERROR"));
        command.addAll(Arrays.asList(arguments));
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(folder.resolve("err").toFile()).start();
        assertThat(process.waitFor()).as(() -> command + "\n" + said()).isZero();
        return Files.readString(out);
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path packedAnew(Path jar, Predicate<String> without) throws IOException {
        Path packed = folder.resolve("packed.jar");
        int left = 0;
        try (JarFile from = new JarFile(jar.toFile()); OutputStream to = Files.newOutputStream(packed); JarOutputStream out = new JarOutputStream(to)) {
            for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements();) {
                JarEntry entry = entries.nextElement();
                if (without.test(entry.getName())) {
                    left++;
                } else {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(out);
                }
            }
        }
        assertThat(left).isPositive();
        return packed;
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

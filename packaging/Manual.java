import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.supportpolicy.cli.Main;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes what a system tells of the command line: its manual in AsciiDoc, a page a command, in the folders {@code en} and {@code nl}, and
 * what bash completes, in {@code completions}. Run with the folder to write to.
 */
final class Manual {

    private static final List<String> NAMES = List.of("sp", "support-policy");

    /** The headings of picocli, which it has in English only. */
    private static final Map<String, String> DUTCH = Map.of("Name", "Naam", "Synopsis", "Gebruik", "Description", "Beschrijving",
            "Options", "Opties", "Arguments", "Argumenten", "Commands", "Opdrachten");

    /** A heading, of which some come with a colon. */
    private static final Pattern HEADING = Pattern.compile("(?m)^== +(.*?):?$");

    /** What a command is for, in the list of all manuals: the first sentence. */
    private static final Pattern PURPOSE = Pattern.compile("(?m)^(support-policy\\S* - .*?)\\.( .*)?$");

    public static void main(String[] folder) throws IOException {
        Path to = Path.of(folder[0]);
        pages(to.resolve("en"), command(), Map.of());
        CommandLine dutch = command();
        try (Reader words = new InputStreamReader(Main.class.getResourceAsStream("/org/supportpolicy/usage_nl.properties"), StandardCharsets.UTF_8)) {
            dutch.setResourceBundle(new PropertyResourceBundle(words));
        }
        pages(to.resolve("nl"), dutch, DUTCH);
        Path completions = Files.createDirectories(to.resolve("completions"));
        for (String name : NAMES) {
            Files.writeString(completions.resolve(name), AutoComplete.bash(name, command()));
        }
    }

    private static void pages(Path to, CommandLine command, Map<String, String> headings) throws IOException {
        Files.createDirectories(to);
        int status = ManPageGenerator.generateManPage(to.toFile(), (File) null, new boolean[0], false, command.getCommandSpec());
        if (status != 0) {
            throw new IOException("no manual in " + to + " (" + status + ")");
        }
        try (Stream<Path> pages = Files.list(to)) {
            for (Path page : pages.toList()) {
                String text = HEADING.matcher(Files.readString(page))
                        .replaceAll(heading -> "== " + headings.getOrDefault(heading.group(1), heading.group(1)));
                Files.writeString(page, PURPOSE.matcher(text).replaceFirst("$1"));
            }
        }
    }

    /** The commands as they are told of; none is run, so what they would read and write is left out. */
    private static CommandLine command() {
        return new CommandLine(new Main(), new CommandLine.IFactory() {
            @Override
            @SuppressWarnings("unchecked")
            public <K> K create(Class<K> type) throws Exception {
                Constructor<?> constructor = type.getDeclaredConstructors()[0];
                constructor.setAccessible(true);
                return (K) constructor.newInstance(new Object[constructor.getParameterCount()]);
            }
        });
    }
}

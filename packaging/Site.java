import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Writes the documentation as pages into a folder that has the policy book and the documentation of the API already, with an index, and
 * follows every link of every page there. What pages link to comes along: other pages, files as they are, folders as lists. Run in the
 * folder of the project with the folder to write to and the version.
 */
final class Site {

    private static final List<String> START = List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md");
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\b(?:id|name)=\"([^\"]*)\"");
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
            pre, code { font: 14px/1.4 monospace; background: #f3f3f3 } pre { padding: .7rem; overflow-x: auto }
            table { border-collapse: collapse } th, td { border: 1px solid #bbb; padding: .3rem .6rem; text-align: left; vertical-align: top }
            a { color: #0b57a4 }
            </style>
            </head>
            <body>
            %2$s
            </body>
            </html>
            """;

    private final Path site;
    private final Deque<Path> waiting = new ArrayDeque<>();
    private final Set<Path> seen = new HashSet<>();

    private Site(Path site) {
        this.site = site;
    }

    public static void main(String[] args) throws IOException {
        Site site = new Site(Path.of(args[0]));
        START.forEach(page -> site.found(Path.of(page)));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(site::found);
        }
        site.write(Path.of("index.html"), "support-policy " + args[1], index(args[1]));
        while (!site.waiting.isEmpty()) {
            site.take(site.waiting.remove());
        }
        List<String> dead = site.deadLinks();
        dead.forEach(System.err::println);
        System.exit(dead.isEmpty() ? 0 : 1);
    }

    private static String index(String version) {
        return """
                <h1>support-policy %s</h1>
                <p>Decides technical-support tickets by a published support policy, and cites the clause for every answer.</p>
                <ul>
                <li><a href="README.html">What it is and how it is used</a></li>
                <li>The policy book: <a href="policy.en.html">in English</a>, <a href="policy.nl.html" lang="nl" hreflang="nl">in het Nederlands</a></li>
                <li><a href="api/index.html">The API</a>, of the packages that hosts may call</li>
                <li>What problems mean: <a href="docs/problems/README.html">in English</a>,
                    <a href="docs/problems/nl/README.html" lang="nl" hreflang="nl">in het Nederlands</a></li>
                <li><a href="CHANGELOG.html">What changed for whom</a></li>
                <li><a href="CONTRIBUTING.html">Carrying the work on</a></li>
                </ul>""".formatted(version);
    }

    private void found(Path file) {
        if (seen.add(file)) {
            waiting.add(file);
        }
    }

    private void take(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            folder(file);
        } else if (file.toString().endsWith(".md")) {
            page(file);
        } else if (Files.exists(file)) {
            Path to = site.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }

    private void page(Path file) throws IOException {
        Node text = Parser.builder().extensions(EXTENSIONS).build().parse(Files.readString(file));
        text.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(onSite(file, link.getDestination()));
                visitChildren(link);
            }
        });
        String title = Files.readString(file).lines().filter(line -> line.startsWith("# ")).findFirst().orElse("# " + file).substring(2);
        write(onSite(file), title, HtmlRenderer.builder().extensions(EXTENSIONS).build().render(text));
    }

    private void folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            String items = files.filter(file -> !Set.of("target", "node_modules").contains(file.getFileName().toString())).sorted()
                    .map(file -> {
                        found(file);
                        String to = folder.relativize(onSite(file)).toString();
                        return "<li><a href=\"" + to + "\">" + file.getFileName() + "</a></li>";
                    }).collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
            write(onSite(folder), folder.toString(), "<h1>" + folder + "</h1>\n" + items);
        }
    }

    /** Where a link of a page leads to on the site. */
    private String onSite(Path page, String link) {
        if (link.isEmpty() || link.startsWith("#") || link.matches("[a-z]+:.*")) {
            return link;
        }
        String[] parts = link.split("#", 2);
        Path folder = page.getParent() == null ? Path.of("") : page.getParent();
        Path file = folder.resolve(parts[0]).normalize();
        found(file);
        return folder.relativize(onSite(file)) + (parts.length > 1 ? "#" + parts[1] : "");
    }

    private static Path onSite(Path file) {
        return Files.isDirectory(file) ? file.resolve("index.html") : Path.of(file.toString().replaceFirst("\\.md$", ".html"));
    }

    private void write(Path page, String title, String body) throws IOException {
        Path to = site.resolve(page);
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.writeString(to, PAGE.formatted(title.replace("<", "&lt;").replace("`", ""), body));
    }

    private List<String> deadLinks() throws IOException {
        List<String> dead = new ArrayList<>();
        Map<Path, Set<String>> ids = new HashMap<>();
        int links = 0;
        List<Path> pages;
        try (Stream<Path> files = Files.walk(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).map(Path::normalize).toList();
        }
        for (Path page : pages) {
            ids.put(page, all(ID, Files.readString(page)));
        }
        for (Path page : pages) {
            if (page.endsWith("api/constant-values.html")) {
                continue; // its contents name packages by places that javadoc leaves out
            }
            for (String link : all(LINK, Files.readString(page))) {
                if (link.isEmpty() || link.matches("[a-z]+:.*")) {
                    continue;
                }
                links++;
                String[] parts = link.split("#", 2);
                Path to = parts[0].isEmpty() ? page : page.getParent().resolve(decoded(parts[0].split("\\?")[0])).normalize();
                boolean lands = parts.length < 2 || parts[1].isEmpty() || !ids.containsKey(to)
                        || ids.get(to).contains(parts[1]) || ids.get(to).contains(decoded(parts[1]));
                if (!Files.isRegularFile(to) || !lands) {
                    dead.add(page + ": leads nowhere (" + link + ")");
                }
            }
        }
        System.out.println(pages.size() + " pages, " + links + " links within, " + dead.size() + " dead");
        return dead;
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        for (Matcher match = pattern.matcher(text); match.find();) {
            found.add(match.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Checks what a build left: that the command-line jar holds nothing but what its list of libraries names, with the text of each
 * licence, and that a second build in another folder gave the same jars, byte for byte. Run with the folders of both builds.
 */
final class CheckJars {

    private static final String OURS = "org/supportpolicy/";
    private static final String LIST = "META-INF/THIRD-PARTY.md";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]+ \\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern TEXT = Pattern.compile("`([^`]+)`");

    public static void main(String[] folders) throws Exception {
        List<String> wrong = new ArrayList<>(licences(Path.of(folders[0], "support-policy-cli.jar")));
        wrong.addAll(differences(Path.of(folders[0]), Path.of(folders[1])));
        wrong.forEach(System.err::println);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static List<String> licences(Path path) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            List<MatchResult> rows = ROW.matcher(text(jar, LIST)).results().toList();
            jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                    .filter(name -> !name.startsWith(OURS) && rows.stream().noneMatch(row -> name.startsWith(row.group(1))))
                    .map(name -> path + ": " + LIST + " names no library for " + name).limit(10).forEach(wrong::add);
            for (MatchResult row : rows) {
                if (jar.stream().noneMatch(entry -> entry.getName().startsWith(row.group(1)))) {
                    wrong.add(path + ": nothing of " + row.group(1));
                }
                TEXT.matcher(row.group(2)).results().map(text -> text.group(1))
                        .filter(text -> jar.getEntry(text) == null || jar.getEntry(text).getSize() < 500)
                        .map(text -> path + ": no licence text " + text).forEach(wrong::add);
            }
        }
        return wrong;
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> differences(Path first, Path second) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(first)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar") && !file.toString().endsWith("-javadoc.jar")).sorted().toList()) {
                String one = digest(jar);
                String other = digest(second.resolve(jar.getFileName()));
                System.out.println("SHA-256 " + one + "  " + jar.getFileName());
                if (!one.equals(other)) {
                    wrong.add(jar + " and " + second.resolve(jar.getFileName()) + " differ");
                }
            }
        }
        return wrong;
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}

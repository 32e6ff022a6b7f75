import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

/**
 * Checks what is to be uploaded: that the poms say what Maven Central demands and nothing of this build, that sources, documentation and
 * lists of parts stand beside each jar, and that checksums hold. Run with the folder, the version and, of a release, {@code signed}.
 */
final class CheckStaging {

    private static final Set<String> MODULES =
            Set.of("support-policy", "support-policy-bom", "support-policy-spring-boot-starter", "support-policy-workbench");

    /** What a pom must have, for Central or for its readers. */
    private static final List<String> MUST = List.of("groupId", "artifactId", "version", "name", "description", "url", "licenses/license/name",
            "licenses/license/url", "developers/developer/name", "developers/developer/organization", "scm/connection",
            "scm/developerConnection", "scm/url");

    /** What it must not: it would be no use to a host, or say something of the machine. */
    private static final List<String> MUST_NOT = List.of("parent", "build", "profiles", "repositories", "distributionManagement", "modules",
            "dependencies/dependency[scope='test']", "dependencies/dependency[contains(version,'SNAPSHOT')][not(starts-with(groupId,'org.supportpolicy'))]");

    /** What stands beside a jar, with something that is in it. */
    private static final Map<String, String> JARS = Map.of(".jar", "META-INF/MANIFEST.MF", "-sources.jar", "org/supportpolicy/",
            "-javadoc.jar", "index.html");
    private static final List<String> LISTS = List.of("-cyclonedx.json", "-cyclonedx.xml");

    private final List<String> wrong = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        CheckStaging check = new CheckStaging();
        int files = check.files(Path.of(args[0]), List.of(args).contains("signed"));
        check.modules(Path.of(args[0], "org", "supportpolicy"), args[1]);
        check.wrong.forEach(System.err::println);
        System.out.println(files + " files to upload, " + check.wrong.size() + " wrong");
        System.exit(check.wrong.isEmpty() ? 0 : 1);
    }

    private void modules(Path group, String version) throws Exception {
        try (Stream<Path> modules = Files.list(group)) {
            Set<String> names = modules.map(module -> module.getFileName().toString()).collect(Collectors.toSet());
            must(names.equals(MODULES), group, "has " + names + " and not " + MODULES);
        }
        for (String module : MODULES) {
            Path folder = group.resolve(module).resolve(version);
            must(Files.isDirectory(folder), folder, "is not there");
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path pom : files.filter(file -> file.toString().endsWith(".pom")).toList()) {
                    pom(pom, module, version);
                }
            }
        }
    }

    private void pom(Path file, String module, String version) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        XPath path = XPathFactory.newInstance().newXPath();
        for (String field : MUST) {
            must(!path.evaluate("normalize-space(/project/" + field + ")", pom).isEmpty(), file, "has no " + field);
        }
        for (String field : module.endsWith("-bom") ? MUST_NOT.subList(2, MUST_NOT.size()) : MUST_NOT) {
            must(path.evaluate("string(boolean(/project/" + field + "))", pom).equals("false"), file, "has " + field);
        }
        must(path.evaluate("/project/artifactId", pom).equals(module), file, "is not of " + module);
        must(path.evaluate("/project/version", pom).equals(version), file, "is not of " + version);
        must(module.endsWith("-bom") || !Files.readString(file).contains("${"), file, "has a property in it");
        if (module.endsWith("-bom")) {
            return;
        }
        String stem = file.toString().replaceFirst("\\.pom$", "");
        for (Map.Entry<String, String> beside : JARS.entrySet()) {
            Path jar = Path.of(stem + beside.getKey());
            must(Files.exists(jar) && holds(jar, beside.getValue()), jar, "is not there, or has no " + beside.getValue());
        }
        for (String list : LISTS) {
            Path parts = Path.of(stem + list);
            must(Files.exists(parts) && Files.readString(parts).contains("pkg:maven/"), parts, "is not there, or lists nothing");
        }
    }

    private static boolean holds(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(name) != null;
        }
    }

    private int files(Path folder, boolean signed) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).filter(file -> !file.toString().matches(".*(\\.md5|\\.sha1|\\.sha256|\\.sha512|\\.asc)"))
                    .sorted().toList();
            for (Path file : files) {
                checksum(file, "MD5", ".md5");
                checksum(file, "SHA-1", ".sha1");
                must(!signed || file.getFileName().toString().startsWith("maven-metadata") || Files.exists(Path.of(file + ".asc")), file, "is not signed");
            }
            return files.size();
        }
    }

    private void checksum(Path file, String algorithm, String ending) throws Exception {
        Path beside = Path.of(file + ending);
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
        must(Files.exists(beside) && Files.readString(beside).strip().equals(sum), beside, "is not there, or not the sum of its file");
    }

    private void must(boolean holds, Path where, String problem) {
        if (!holds) {
            wrong.add(where + " " + problem);
        }
    }
}

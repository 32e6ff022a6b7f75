package org.supportpolicy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scenario files. */
@Command(name = "test", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        description = "Runs the scenarios of files and directories (*.yaml), and says where a decision is not as expected.")
final class Verify implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Scenario files, or directories that hold them at any depth. "
            + "A directory with rule files of its own is tested with those, unless --rules says otherwise.")
    private List<Path> places;

    @Mixin
    private Main.RulesOption rules;

    @Option(names = "--junit-xml", paramLabel = "FILE", description = "Write the results in the XML format of JUnit too.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, XMLStreamException {
        SupportPolicy policy = rules.policyBeside(places.get(0));
        List<Scenario> scenarios = ScenarioSuite.of(policy, places.toArray(Path[]::new)).scenarios();
        List<String> failures = new ArrayList<>();
        int failed = 0;
        PrintWriter out = spec.commandLine().getOut();
        for (Scenario scenario : scenarios) {
            String failure = failure(policy, scenario);
            failures.add(failure);
            if (!failure.isEmpty()) {
                failed++;
                out.println(failure);
            }
        }
        out.println((scenarios.size() == 1 ? "1 scenario, " : scenarios.size() + " scenarios, ") + (scenarios.size() - failed) + " as expected, " + failed + " not.");
        if (report != null) {
            write(report, scenarios, failures, failed);
        }
        return failed == 0 ? Main.OK : Main.BAD_INPUT;
    }

    private static String failure(SupportPolicy policy, Scenario scenario) {
        try {
            scenario.verify(policy);
            return "";
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void write(Path file, List<Scenario> scenarios, List<String> failures, int failed) throws IOException, XMLStreamException {
        try (var text = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "support-policy");
            xml.writeAttribute("tests", String.format(Locale.ROOT, "%d", scenarios.size()));
            xml.writeAttribute("failures", String.format(Locale.ROOT, "%d", failed));
            xml.writeAttribute("errors", "0");
            for (int i = 0; i < scenarios.size(); i++) {
                Scenario scenario = scenarios.get(i);
                xml.writeStartElement("testcase");
                xml.writeAttribute("classname", scenario.file().getFileName().toString());
                xml.writeAttribute("name", scenario.title());
                xml.writeAttribute("file", scenario.file().toString());
                xml.writeAttribute("line", String.valueOf(scenario.line()));
                if (!failures.get(i).isEmpty()) {
                    xml.writeStartElement("failure");
                    xml.writeAttribute("message", "The decision is not as expected.");
                    xml.writeCharacters(failures.get(i));
                    xml.writeEndElement();
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        }
    }
}

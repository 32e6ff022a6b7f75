package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
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
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every scenario is as expected",
            "1:a scenario is not as expected or cannot be decided, or a file is bad or cannot be written",
            Main.WRONG_USAGE},
        description = "Runs the scenarios of files and directories (*.yaml), and says where a decision is not as expected.")
final class Verify implements Callable<Integer> {

    private static final Pattern NOT_XML = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Scenario files, or directories that hold them at any depth. "
            + "A directory with rule files of its own is tested with those, unless --rules says otherwise.")
    private List<Path> places;

    @Mixin
    private Main.LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Option(names = "--junit-xml", paramLabel = "FILE", description = "Write the results in the XML format of JUnit too.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec;

    /**
     * What became of a scenario.
     *
     * @param failure what is not as it should be; null when all is
     * @param decided whether the policy could decide the ticket
     */
    private record Outcome(Scenario scenario, @Nullable String failure, boolean decided) {}

    @Override
    public Integer call() throws XMLStreamException {
        SupportPolicy policy = rules.policyBeside(places.get(0));
        PrintWriter out = spec.commandLine().getOut();
        ScenarioSuite suite = ScenarioSuite.of(policy, places.toArray(Path[]::new));
        List<Outcome> outcomes = suite.scenarios().stream().map(scenario -> outcome(policy, scenario)).toList();
        outcomes.stream().filter(outcome -> outcome.failure != null).forEach(outcome -> out.println(outcome.failure));
        long failed = outcomes.stream().filter(outcome -> outcome.failure != null).count();
        out.println(sum(outcomes.size(), failed, language.locale()));
        if (report != null) {
            Output.write(report, xml(outcomes));
        }
        return failed == 0 ? Main.OK : Main.BAD_INPUT;
    }

    private Outcome outcome(SupportPolicy policy, Scenario scenario) {
        try {
            return new Outcome(scenario, scenario.failure(policy, language.locale()).orElse(null), true);
        } catch (PolicyException e) {
            return new Outcome(scenario, Undecided.said(scenario, e, language.locale()) + "\n", false);
        }
    }

    private static String sum(int scenarios, long failed, Locale locale) {
        long passed = scenarios - failed;
        return new Problem.Said(
                scenarios + (scenarios == 1 ? " scenario, " : " scenarios, ") + passed + " as expected, " + failed + " not.",
                scenarios + (scenarios == 1 ? " scenario, " : " scenario's, ") + passed + " zoals verwacht, " + failed + " niet.")
                .in(locale);
    }

    private static String xml(List<Outcome> outcomes) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "support-policy");
        attribute(xml, "tests", outcomes.size());
        attribute(xml, "failures", outcomes.stream().filter(outcome -> outcome.decided && outcome.failure != null).count());
        attribute(xml, "errors", outcomes.stream().filter(outcome -> !outcome.decided).count());
        for (Outcome outcome : outcomes) {
            write(outcome, xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return text.toString();
    }

    private static void write(Outcome outcome, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", outcome.scenario.file().getFileName());
        attribute(xml, "name", outcome.scenario.title());
        attribute(xml, "file", outcome.scenario.file());
        attribute(xml, "line", outcome.scenario.line());
        if (outcome.failure != null) {
            xml.writeStartElement(outcome.decided ? "failure" : "error");
            attribute(xml, "message", outcome.decided ? "The decision is not as expected." : "The ticket cannot be decided.");
            xml.writeCharacters(legal(outcome.failure));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value.toString()));
    }

    /** A text without the characters that XML has no place for. */
    private static String legal(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }
}

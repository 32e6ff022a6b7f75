package org.supportpolicy.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Option(names = "--junit-xml", paramLabel = "FILE", description = "Write the results in the XML format of JUnit too.")
    private @Nullable OutputFile report;

    @Spec
    private CommandSpec spec;

    /**
     * What became of a scenario.
     *
     * @param failure what is not as it should be; null when all is
     * @param explanation why it was decided so; null when all is as it should be, or the policy could not decide the ticket
     */
    private record Outcome(Scenario scenario, @Nullable String failure, @Nullable String explanation) {

        boolean decided() {
            return failure == null || explanation != null;
        }

        /** All of it. */
        String text() {
            return explanation == null ? failure : failure + "\n\n" + explanation;
        }
    }

    @Override
    public Integer call() throws XMLStreamException {
        SupportPolicy policy = rules.policyBeside(places.get(0));
        PrintWriter out = spec.commandLine().getOut();
        ScenarioSuite suite = ScenarioSuite.of(policy, places.toArray(Path[]::new));
        List<Outcome> outcomes = suite.scenarios().stream().map(scenario -> outcome(policy, scenario)).toList();
        List<Outcome> failed = outcomes.stream().filter(outcome -> outcome.failure != null).toList();
        print(failed, out);
        out.println(sum(outcomes.size(), failed.size(), language.locale()));
        if (report != null) {
            Output.write(report, xml(outcomes));
        }
        return failed.isEmpty() ? Main.OK : Main.BAD_INPUT;
    }

    private Outcome outcome(SupportPolicy policy, Scenario scenario) {
        try {
            return scenario.unexpected(policy, language.locale()).map(all -> new Outcome(scenario, all.said(), all.explanation()))
                    .orElseGet(() -> new Outcome(scenario, null, null));
        } catch (PolicyException e) {
            return new Outcome(scenario, Undecided.said(scenario, e, language.locale()) + "\n", null);
        }
    }

    /** Says what failed; the explanation of a decision once, however many scenarios come to it. */
    private void print(List<Outcome> failed, PrintWriter out) {
        Map<String, String> told = new HashMap<>();
        for (Outcome outcome : failed) {
            String above = outcome.explanation == null ? null : told.putIfAbsent(outcome.explanation, outcome.scenario.toString());
            out.println(above == null ? outcome.text() : outcome.failure + "\n\n" + word("as-above", above) + "\n");
        }
    }

    private String word(String key, Object... values) {
        return Problem.of(key, values).said().in(language.locale());
    }

    private static String sum(int scenarios, int failed, Locale locale) {
        int passed = scenarios - failed;
        return new Problem.Said(
                scenarios + (scenarios == 1 ? " scenario, " : " scenarios, ") + passed + " as expected, " + failed + " not.",
                scenarios + (scenarios == 1 ? " scenario, " : " scenario's, ") + passed + " zoals verwacht, " + failed + " niet.")
                .in(locale);
    }

    private String xml(List<Outcome> outcomes) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "support-policy");
        attribute(xml, "tests", outcomes.size());
        attribute(xml, "failures", outcomes.stream().filter(outcome -> outcome.decided() && outcome.failure != null).count());
        attribute(xml, "errors", outcomes.stream().filter(outcome -> !outcome.decided()).count());
        for (Outcome outcome : outcomes) {
            write(outcome, xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return text.toString();
    }

    private void write(Outcome outcome, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", outcome.scenario.file().getFileName());
        attribute(xml, "name", outcome.scenario.title());
        attribute(xml, "file", outcome.scenario.file());
        attribute(xml, "line", outcome.scenario.line());
        if (outcome.failure != null) {
            xml.writeStartElement(outcome.decided() ? "failure" : "error");
            attribute(xml, "message", word(outcome.decided() ? "unexpected" : "undecided.no-number"));
            xml.writeCharacters(legal(outcome.text()));
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

package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes files of declarations of every form that there is, and a rule that reads each component, from a seed. Not thread-safe. */
final class RandomDeclarations {

    private static final List<String> IMPORTS = List.of("java.time.Duration", "java.time.Instant", "java.time.LocalDate", "java.time.Period",
            "java.util.List", "org.supportpolicy.fact.Channel", "org.supportpolicy.fact.ProductionImpact");
    private static final List<String> TYPES = List.of("Boolean", "Integer", "String", "Instant", "LocalDate", "Duration", "Period", "Channel",
            "ProductionImpact");
    /** Names that mean something to Java, to Drools or to beans. */
    private static final List<String> COMPONENTS = List.of("x", "aB", "xRay", "url", "key", "name", "value", "id", "type", "metaClass",
            "isOpen", "getLevel", "empty", "event", "length", "size", "date", "var", "sealed", "permits", "module", "requires", "after", "before", "entry",
            "fact", "entryPoint", "salience", "duration", "enabled", "dialect", "accumulator", "window", "trait", "group", "start", "count", "a1", "en", "nl",
            "ordinal", "values", "hash", "equals", "level", "declaringClass", "drools", "rule1", "thenWhat", "it", "modify", "update", "insert", "attributes", "timer", "lock", "group2");
    private static final List<String> NAMES = List.of("Tier", "Loss", "A", "Ab", "X1", "Declare", "Date", "Map", "Set", "Collection", "Arrays", "Objects",
            "Serializable", "Optional", "Function", "Fact", "Finding", "OwnFact", "KieSession", "FactHandle", "Getter", "Conclude", "Event", "Entry", "Match");
    private static final List<String> TAKEN = List.of("Rule", "Query", "Package", "Enum", "Record", "Object", "Override", "Class", "Math", "Thread", "Void",
            "Comparable", "Deprecated", "Long", "Error", "Position", "Key", "Role", "Expires", "Label", "Process", "Ticket", "Urgency");

    private final SplittableRandom random;

    RandomDeclarations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The file, and a file of rules on it. */
    List<String> next() {
        List<String> names = new ArrayList<>(pick(NAMES, 5));
        if (random.nextInt(5) == 0) {
            names.set(random.nextInt(5), TAKEN.get(random.nextInt(TAKEN.size())));
        }
        String parts = " : String";
        StringBuilder facts = new StringBuilder("package org.supportpolicy.rules.facts" + (random.nextBoolean() ? ";" : "") + "\n\n"
                + IMPORTS.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining()) + "\n");
        facts.append("declare enum ").append(names.get(0)).append("\n    ").append(pick(List.of("GOLD", "A", "B_1", "EN", "NL", "VALUES", "X", "NULL"), 3).stream()
                .map(constant -> constant + "( \"c\", \"d\" )").collect(Collectors.joining(", "))).append(";\n    en").append(parts).append("\n    nl").append(parts)
                .append("\nend\n\n");
        facts.append("declare ").append(names.get(1)).append(" @part @en( \"part\" ) @nl( \"onderdeel\" )\n").append(components(names.get(0), null, true)).append("end\n\n");
        List<String> rules = new ArrayList<>();
        for (int i = 2; i < 4; i++) {
            List<String> components = new ArrayList<>();
            facts.append("/* a fact */ declare ").append(names.get(i)).append("\n    @en( \"fact\" ) @nl( \"feit\" )").append(random.nextBoolean() ? " @by( \"DESK\" )" : "")
                    .append('\n').append(components(names.get(0), names.get(1), true, components)).append("end // of it\n\n");
            rules.add(rule(names.get(i), components));
        }
        facts.append("declare ").append(names.get(4)).append("\n    @finding @en( \"finding\" ) @nl( \"bevinding\" )").append(random.nextBoolean() ? " @atMostOne" : "")
                .append('\n').append(components(names.get(0), names.get(1), false)).append("end\n");
        rules.add(rule(names.get(4), List.of()));
        return List.of(facts.toString(), "package org.supportpolicy.rules.urgency;\n\nimport org.supportpolicy.finding.Outage;\n"
                + names.stream().map(name -> "import org.supportpolicy.rules.facts." + name + ";\n").collect(Collectors.joining())
                + "import static org.supportpolicy.rules.Conclude.conclude;\n\n" + String.join("\n", rules));
    }

    private String components(String choice, String part, boolean worded) {
        return components(choice, part, worded, new ArrayList<>());
    }

    private String components(String choice, String part, boolean worded, List<String> names) {
        StringBuilder text = new StringBuilder();
        for (String name : pick(COMPONENTS, 1 + random.nextInt(5))) {
            int which = random.nextInt(TYPES.size() + 2);
            String type = which < TYPES.size() ? TYPES.get(which) : which == TYPES.size() || part == null ? choice : "List<" + part + ">";
            text.append("    ").append(name).append(random.nextBoolean() ? " : " : ": ").append(type);
            String place = type.equals("String") || type.equals("Boolean") ? "" : " {0}";
            if (worded) {
                text.append("\n        @en( \"said").append(place).append("\" ) @nl( \"gezegd").append(place).append("\" ) @askEn( \"What?\" ) @askNl( \"Wat?\" )")
                        .append(type.equals("Boolean") ? " @notEn( \"not\" ) @notNl( \"niet\" )" : "")
                        .append(type.equals("Integer") && random.nextBoolean() ? " @range( \"-3..7\" )" : "").append(random.nextInt(3) == 0 ? " @absent( \"none\" )" : "");
            }
            text.append('\n');
            names.add(name);
        }
        return text.toString();
    }

    private static String rule(String type, List<String> components) {
        String sentence = "Rule of " + type;
        return "rule \"" + sentence + "\"\n    @clause(\"urgency.level-1-definition\")\n    @nl(\"Regel van " + type + "\")\nwhen\n    " + type + "( "
                + IntStream.range(0, components.size()).mapToObj(i -> components.get(i) + " != null, $v" + i + " : " + components.get(i)).collect(Collectors.joining(", "))
                + " )\nthen\n    conclude( kcontext, new Outage() );\nend\n";
    }

    private List<String> pick(List<String> all, int count) {
        List<String> left = new ArrayList<>(all);
        return IntStream.range(0, count).mapToObj(i -> left.remove(random.nextInt(left.size()))).toList();
    }
}

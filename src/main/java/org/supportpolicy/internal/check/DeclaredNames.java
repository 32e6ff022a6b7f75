package org.supportpolicy.internal.check;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.own.OwnTypes;

/** Tells which names are free for what a policy declares. */
final class DeclaredNames {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");
    private static final Pattern HOME = Pattern.compile("(?:[A-Za-z][A-Za-z0-9_]{0,59}\\.){0,9}facts");
    /** Words of the rule language, of Java, of Drools and of the library's phrases that name no component and no constant. */
    private static final Set<String> RESERVED = Set.of("abstract", "accumulate", "action", "and", "ask", "assert", "boolean",
            "break", "byte", "called", "case", "catch", "char", "class", "clone",
            "collect", "const", "contains", "continue", "declare", "default", "do", "double",
            "else", "end", "enum", "eval", "exists", "extends", "false", "final", "finalize", "finally", "float", "for", "forall", "from",
            "function", "getClass", "global", "goto", "hashCode", "if", "implements", "import", "in", "init", "instanceof", "int",
            "interface",
            "kcontext", "long", "matches", "memberOf", "modify", "native", "new", "not", "notify", "notifyAll", "null", "or", "over",
            "package", "private", "protected", "public", "query", "record", "return", "rule", "short", "soundslike", "static", "str",
            "strictfp", "super", "switch", "synchronized", "template", "then", "this", "throw", "throws", "toString", "transient", "true",
            "try", "unit", "void", "volatile", "wait", "when", "while", "with", "yield");
    /** What Drools imports by itself, and declares nothing beside. */
    private static final Set<String> OF_DROOLS = Set.of("ActivationListener", "All", "Annotation", "ClassReactive", "Description", "Direct",
            "Duration", "Expires", "FactField", "FactType", "Global", "Key", "Label", "Modifies", "Position", "Process", "Propagation",
            "PropertyChangeSupport", "PropertyReactive", "Query", "Role", "Rule", "Timestamp", "TypeSafe", "Watch");

    private DeclaredNames() {}

    /** What is wrong with the name of a declaration, whatever else is declared; null when it is free. */
    static @Nullable Problem refuse(String name) {
        if (!TYPE.matcher(name).matches()) {
            return Problem.of("SP-D017.type", name);
        } else if (Vocabulary.LIBRARY.type(name) != null || Vocabulary.LIBRARY.isKey(OwnTypes.key(name))) {
            return Problem.of("SP-D012", name);
        } else if (isOfJava(name)) {
            return Problem.of("SP-D012.java", name);
        }
        return OF_DROOLS.contains(name) ? Problem.of("SP-D012.drools", name) : null;
    }

    /** Whether declarations can stand in a package, which ends so that whoever reads a rule knows where they are. */
    static boolean isHome(String name) {
        return HOME.matcher(name).matches() && !name.startsWith("java.") && Stream.of(name.split("\\.")).noneMatch(RESERVED::contains);
    }

    /** Whether a component or constant cannot go by a name. */
    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** Whether Java has a class of this name that needs no import: Drools declares none beside it. */
    private static boolean isOfJava(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}

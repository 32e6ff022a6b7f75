package org.supportpolicy.internal.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.own.OwnType;
import org.supportpolicy.internal.own.OwnType.Kind;
import org.supportpolicy.internal.source.Declaration;
import org.supportpolicy.internal.source.Name;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.Spelling;

/** Checks what a declaration says of itself, and gathers its words under the keys of the library's. Not thread-safe. */
final class DeclaredWords {

    private static final List<String> ANSWERERS = List.of("CUSTOMER", "DESK", "SYSTEM");
    private static final Set<String> OF_FACT = Set.of("en", "nl", "askEn", "askNl", "by", "absent");
    private static final Set<String> OF_FINDING = Set.of("en", "nl", "finding", "atMostOne");
    private static final Set<String> OF_PART = Set.of("en", "nl", "part");
    private static final Set<String> OF_COMPONENT = Set.of("en", "nl", "notEn", "notNl", "askEn", "askNl", "by", "absent", "range");
    private static final Set<String> BARE = Set.of("finding", "part", "atMostOne");
    private static final Set<String> OF_DROOLS = Set.of("classReactive", "duration", "expires", "key", "position", "propertyReactive",
            "role", "timestamp", "typesafe");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d*)}?");

    private final Source source;
    private final Declaration declaration;
    private final String name;
    private final Map<String, String> english = new TreeMap<>();
    private final Map<String, String> dutch = new TreeMap<>();
    private final Map<String, String> answerers = new TreeMap<>();

    DeclaredWords(Source source, Declaration declaration) {
        this.source = source;
        this.declaration = declaration;
        this.name = declaration.name().text();
    }

    /** Every annotation that can stand somewhere. */
    static Set<String> marks() {
        Set<String> marks = new TreeSet<>(Set.of("adds"));
        Stream.of(OF_FACT, OF_FINDING, OF_PART, OF_COMPONENT).forEach(marks::addAll);
        return marks;
    }

    /** The words that were gathered. */
    OwnType.Said said() {
        return new OwnType.Said(pairs(english), pairs(dutch), pairs(answerers));
    }

    private static List<String> pairs(Map<String, String> words) {
        return words.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())).toList();
    }

    /** Whether annotations are known here, stand there once and have a text where they need one. */
    boolean areMarks(List<Declaration.Mark> marks, Set<String> known) {
        boolean good = true;
        Set<String> seen = new HashSet<>();
        for (Declaration.Mark mark : marks) {
            Problem problem = wrong(mark, known, !seen.add(mark.name().text()));
            if (problem != null) {
                source.add(mark.name().start(), problem);
                good = false;
            }
        }
        return good;
    }

    private static @Nullable Problem wrong(Declaration.Mark mark, Set<String> known, boolean again) {
        String kind = mark.name().text();
        Name value = mark.value();
        if (OF_DROOLS.contains(kind) || known.isEmpty()) {
            return Problem.of(known.isEmpty() && !OF_DROOLS.contains(kind) ? "SP-D014.none" : "SP-D014.drools", kind);
        } else if (!known.contains(kind)) {
            return Problem.of("SP-D014", kind, String.join(", ", new TreeSet<>(known))).maybe(Spelling.nearest(kind, known));
        } else if (again) {
            return Problem.of("SP-D014.twice", kind);
        } else if (value == null || BARE.contains(kind)) {
            return value == null && BARE.contains(kind) ? null : Problem.of(value == null ? "SP-D014.text" : "SP-D014.bare", kind);
        } else if (kind.equals("by") && !ANSWERERS.contains(value.text())) {
            return Problem.of("SP-D014.by", value.text(), String.join(", ", ANSWERERS));
        }
        return kind.equals("absent") && !value.text().equals("none") ? Problem.of("SP-D014.absent", value.text()) : null;
    }

    // ---- what is declared

    /** The words of a constant: its own in both languages. */
    boolean constant(Declaration.Constant constant) {
        if (constant.texts().size() != 2 || constant.texts().stream().anyMatch(text -> text.text().isBlank())) {
            source.add(constant.name().start(), Problem.of("SP-D013.constant", constant.name().text()));
            return false;
        }
        english.put(name + "." + constant.name().text(), constant.texts().get(0).text());
        dutch.put(name + "." + constant.name().text(), constant.texts().get(1).text());
        return arePlaced(constant.texts().get(0), Set.of(), Set.of()) & arePlaced(constant.texts().get(1), Set.of(), Set.of());
    }

    /** What a record is called, or how it is said when it is a finding. */
    boolean ofRecord(Kind kind) {
        boolean good = areMarks(declaration.marks(), kind == Kind.FACT ? OF_FACT : kind == Kind.FINDING ? OF_FINDING : OF_PART);
        Set<String> places = new TreeSet<>();
        for (int i = 0; kind == Kind.FINDING && i < declaration.components().size(); i++) {
            places.add(String.valueOf(i));
        }
        good &= both(declaration.marks(), "en", "nl", declaration.name(), name, Set.of(), places);
        if (kind == Kind.FACT) {
            ask(declaration.marks(), name, english.getOrDefault(name, name) + "?", dutch.getOrDefault(name, name) + "?");
            answerers.put(name, Declaration.said(declaration.marks(), "by").map(Name::text).orElse("DESK"));
        }
        return good;
    }

    /** How a component is said and asked for. */
    boolean ofComponent(Declaration.Component component, OwnType.Component type, Kind kind) {
        String key = name + "." + component.name().text();
        boolean isTruth = type.type().equals(Boolean.class.getName());
        if (kind == Kind.FINDING) {
            if (isTruth) {
                english.putAll(Map.of(key + ".true", "yes", key + ".false", "no"));
                dutch.putAll(Map.of(key + ".true", "ja", key + ".false", "nee"));
            }
            none(key, type, "{0}", "{0}");
            return areMarks(component.marks(), Set.of());
        }
        boolean good = areMarks(component.marks(), OF_COMPONENT);
        if (isTruth) {
            good &= both(component.marks(), "en", "nl", component.name(), key + ".true", Set.of(), Set.of())
                    & both(component.marks(), "notEn", "notNl", component.name(), key + ".false", Set.of(), Set.of());
        } else {
            Set<String> places = type.type().equals(String.class.getName()) ? Set.of() : Set.of("0");
            good &= both(component.marks(), "en", "nl", component.name(), key, places, places)
                    & isAlone(component.marks());
            none(key, type, english.getOrDefault(key, ""), dutch.getOrDefault(key, ""));
        }
        Declaration.said(component.marks(), "by").ifPresent(by -> answerers.put(key, by.text()));
        boolean asked = ask(component.marks(), key, null, null);
        if (!asked && kind == Kind.FACT) {
            source.add(component.name().start(), Problem.of("SP-D013.ask", component.name().text()));
        } else if (!asked) {
            ask(List.of(), key, component.name().text() + "?", component.name().text() + "?");
        }
        return good && (asked || kind == Kind.PART);
    }

    /** Only a truth is said otherwise when it is not so. */
    private boolean isAlone(List<Declaration.Mark> marks) {
        Declaration.Mark not = marks.stream().filter(mark -> mark.name().text().startsWith("not")).findFirst().orElse(null);
        if (not != null) {
            source.add(not.name().start(), Problem.of("SP-D014.not", not.name().text()));
        }
        return not == null;
    }

    /** How a count of zero or an empty list is said. */
    private void none(String key, OwnType.Component type, String inEnglish, String inDutch) {
        if (type.type().equals(Integer.class.getName()) || type.element() != null) {
            boolean many = type.element() != null;
            english.put(key + ".none", inEnglish.replace("{0}", many ? "none" : "0"));
            dutch.put(key + ".none", inDutch.replace("{0}", many ? "geen" : "0"));
        }
    }

    private boolean ask(List<Declaration.Mark> marks, String key, @Nullable String inEnglish, @Nullable String inDutch) {
        String ask = Declaration.said(marks, "askEn").map(Name::text).orElse(inEnglish);
        String vraag = Declaration.said(marks, "askNl").map(Name::text).orElse(inDutch);
        if (ask == null || vraag == null || ask.isBlank() || vraag.isBlank()) {
            return false;
        }
        english.put(key + ".ask", plain(ask));
        dutch.put(key + ".ask", plain(vraag));
        return true;
    }

    /** A text in which nothing is a place for a value. */
    private static String plain(String text) {
        return text.replace("{", "(").replace("}", ")");
    }

    /** Takes a text in both languages; says what is missing. */
    private boolean both(List<Declaration.Mark> marks, String en, String nl, Name place, String key, Set<String> required,
            Set<String> allowed) {
        boolean good = true;
        for (String mark : List.of(en, nl)) {
            Name text = Declaration.said(marks, mark).orElse(null);
            if (text == null || text.text().isBlank()) {
                source.add(text == null ? place.start() : text.start(), Problem.of("SP-D013", place.text(), mark));
                good = false;
            } else {
                good &= arePlaced(text, required, allowed);
                (mark.equals(en) ? english : dutch).put(key, text.text());
            }
        }
        return good;
    }

    /** Whether a text has the places for values that it must have, and no others. */
    private boolean arePlaced(Name text, Set<String> required, Set<String> allowed) {
        Set<String> found = new HashSet<>();
        Matcher place = PLACE.matcher(text.text());
        while (place.find()) {
            if (!place.group().endsWith("}") || !allowed.contains(place.group(1))) {
                source.add(text.start() + place.start(), Problem.of(allowed.isEmpty() ? "SP-D015.none" : "SP-D015", place.group(),
                        allowed.isEmpty() ? "" : "{" + String.join("}, {", new TreeSet<>(allowed)) + "}"));
                return false;
            }
            found.add(place.group(1));
        }
        if (!found.containsAll(required)) {
            source.add(text.start(), Problem.of("SP-D015.missing", text.text(), "{0}"));
            return false;
        }
        return true;
    }
}

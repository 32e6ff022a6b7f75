package org.supportpolicy.internal.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.own.OwnType;
import org.supportpolicy.internal.own.OwnType.Kind;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.source.Declaration;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.FactBook;
import org.supportpolicy.internal.source.Name;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.Spelling;

/** Checks what a policy declares, and makes classes of what is sound. Not thread-safe. */
final class Declarations {

    /** The types that a component can have beside choices, by the names that need no import and those that do. */
    private static final Map<String, Class<?>> PLAIN = Map.of("Boolean", Boolean.class, "Integer", Integer.class, "String", String.class);
    private static final Map<String, Class<?>> IMPORTED = Map.of("Instant", Instant.class, "LocalDate", LocalDate.class, "Duration",
            Duration.class, "Period", Period.class, "List", List.class);

    /** What is meant by names of Java that a component cannot have. */
    private static final Map<String, String> MEANT = Map.of("boolean", "Boolean", "int", "Integer", "long", "Integer", "Long", "Integer",
            "Date", "LocalDate", "LocalDateTime", "Instant");

    private static final int MOST_DECLARATIONS = 200;
    private static final int MOST_COMPONENTS = 60;
    private static final int MOST_CONSTANTS = 200;
    private static final Pattern COMPONENT = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
    /** A document may have it in small letters without underscores, and it must come back from there. */
    private static final Pattern ADDED = Pattern.compile("(?=.{1,60}$)[A-Z][A-Z0-9]*(_[A-Z][A-Z0-9]*)*");

    private final FactBook book;
    private final Source source;
    private final Map<String, Declaration> declared = new LinkedHashMap<>();
    private final Set<String> imported = new TreeSet<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> added = new HashMap<>();

    private Declarations(FactBook book) {
        this.book = book;
        this.source = book.source();
    }

    /** What a file declares; what is wrong is added to its problems, and left out. */
    static OwnTypes of(@Nullable FactBook book) {
        return book == null ? OwnTypes.NONE : new Declarations(book).types();
    }

    /** The names of what a draft declares with a mistake, among them those that its rules import from where declarations stand. */
    static Set<String> unsound(Draft draft, OwnTypes sound) {
        FactBook book = draft.facts();
        if (book == null || book.source().isSound()) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(book.unread());
        book.declarations().forEach(declaration -> {
            names.add(declaration.name().text());
            declaration.constants().forEach(constant -> names.add('"' + constant.name().text() + '"')); // as rules name one that is added
        });
        draft.books().stream().flatMap(rules -> rules.imports().stream())
                .filter(imported -> !imported.isStatic() && imported.path().text().endsWith("facts." + imported.simple().text()))
                .forEach(imported -> names.add(imported.simple().text()));
        names.removeIf(name -> sound.type(name) != null || Vocabulary.LIBRARY.type(name) != null);
        return names;
    }

    private OwnTypes types() {
        book.imports().forEach(this::imported);
        Name home = book.home();
        boolean isAtHome = home != null && DeclaredNames.isHome(home.text());
        if (home != null && !isAtHome) {
            source.add(home.start(), Problem.of("SP-D001", home.text()));
        }
        if (book.declarations().size() > MOST_DECLARATIONS) {
            source.add(book.declarations().get(MOST_DECLARATIONS).name().start(), Problem.of("SP-D003", MOST_DECLARATIONS));
        }
        book.declarations().stream().limit(MOST_DECLARATIONS).forEach(this::name);
        List<OwnType> types = new ArrayList<>();
        for (Declaration declaration : List.copyOf(declared.values())) {
            OwnType type = declaration.isEnum() ? choice(declaration) : record(declaration);
            if (type != null) {
                types.add(type);
            }
        }
        return !isAtHome ? OwnTypes.NONE : OwnTypes.of(home.text(), whole(types));
    }

    /** Without those that are made of what is not sound. */
    private List<OwnType> whole(List<OwnType> types) {
        List<OwnType> whole = types;
        int before;
        do {
            before = whole.size();
            Set<String> sound = new TreeSet<>(whole.stream().map(type -> book.home().text() + "." + type.name()).toList());
            whole = whole.stream().filter(type -> type.components().stream().allMatch(component -> isThere(component.type(), sound)
                    && (component.element() == null || isThere(component.element(), sound)))).toList();
        } while (whole.size() < before);
        return whole;
    }

    private boolean isThere(String type, Set<String> sound) {
        return !type.startsWith(book.home().text() + ".") || sound.contains(type) || Vocabulary.LIBRARY.isNamed(type);
    }

    // ---- names

    private void imported(RuleBook.Import one) {
        Name simple = one.simple();
        Class<?> known = IMPORTED.containsKey(simple.text()) ? IMPORTED.get(simple.text()) : Vocabulary.LIBRARY.type(simple.text());
        if (known == null || !known.getName().equals(one.path().text()) || !isComponent(known)) {
            Set<String> names = new TreeSet<>(IMPORTED.keySet());
            Vocabulary.LIBRARY.types(false).stream().filter(name -> Constants.isKind(Vocabulary.LIBRARY.type(name))).forEach(names::add);
            String meant = known != null && isComponent(known) ? simple.text()
                    : simple.text().equals("*") ? null : Spelling.nearest(simple.text(), names);
            source.add(simple.start(), Problem.of("SP-D010.import", one.path().text()).maybe(meant == null ? null : whole(meant)));
            if (meant != null) {
                imported.add(meant);
            }
        }
        imported.add(simple.text()); // be it wrong, which has been said
    }

    /** The whole name of a type that can be imported. */
    private static String whole(String simple) {
        Class<?> type = IMPORTED.get(simple);
        return (type == null ? Vocabulary.LIBRARY.type(simple) : type).getName();
    }

    private static boolean isComponent(Class<?> type) {
        return Constants.isKind(type) || IMPORTED.containsValue(type);
    }

    private void name(Declaration declaration) {
        Name name = declaration.name();
        Problem refused = IMPORTED.containsKey(name.text()) ? Problem.of("SP-D012.java", name.text()) : DeclaredNames.refuse(name.text());
        if (refused != null) {
            source.add(name.start(), refused);
        } else if (declared.containsKey(name.text())) {
            source.add(name.start(), Problem.of("SP-D011", name.text(), source.place(declared.get(name.text()).name().start())));
        } else {
            String key = OwnTypes.key(name.text()).toLowerCase(Locale.ROOT);
            String former = keys.putIfAbsent(key, name.text());
            if (former != null) {
                source.add(name.start(), Problem.of("SP-D011.case", name.text(), former));
            } else {
                declared.put(name.text(), declaration);
            }
        }
    }

    /** Whether the parts of a declaration have names of their own, in the form that is usual. */
    private boolean areNamed(List<Name> names, Pattern form, String problem, int most) {
        boolean good = true;
        Map<String, Name> former = new HashMap<>();
        if (names.size() > most) {
            source.add(names.get(most).start(), Problem.of("SP-D003.parts", most));
            return false;
        }
        for (Name name : names) {
            if (!form.matcher(name.text()).matches()) {
                source.add(name.start(), Problem.of(problem, name.text()));
                good = false;
            } else if (DeclaredNames.isReserved(name.text())) {
                source.add(name.start(), Problem.of("SP-D017.reserved", name.text()));
                good = false;
            } else if (former.putIfAbsent(name.text(), name) != null) {
                source.add(name.start(), Problem.of("SP-D011", name.text(), source.place(former.get(name.text()).start())));
                good = false;
            }
        }
        return good;
    }

    // ---- choices

    private @Nullable OwnType choice(Declaration declaration) {
        DeclaredWords words = new DeclaredWords(source, declaration);
        String adds = Declaration.said(declaration.marks(), "adds").map(Name::text).orElse(null);
        boolean good = areNamed(declaration.constants().stream().map(Declaration.Constant::name).toList(), adds == null ? CONSTANT : ADDED,
                adds == null ? "SP-D017.constant" : "SP-D017.added", MOST_CONSTANTS) & words.areMarks(declaration.marks(), Set.of("adds"));
        good &= adds == null || areNew(declaration, adds);
        List<String> parts = declaration.components().stream().map(part -> part.name().text() + ":" + part.type().text()
                + (part.element() == null && part.marks().isEmpty() ? "" : "?")).toList();
        if (!parts.equals(List.of("en:String", "nl:String"))) {
            Declaration.Component other = declaration.components().isEmpty() ? null : declaration.components().get(0);
            source.add(other == null ? declaration.name().start() : other.name().start(), Problem.of("SP-D019", declaration.name().text()));
            return null;
        }
        for (Declaration.Constant constant : declaration.constants()) {
            good &= words.constant(constant);
        }
        return good ? new OwnType(declaration.name().text(), Kind.CHOICE, List.of(),
                declaration.constants().stream().map(constant -> constant.name().text()).toList(), false, false, adds, words.said()) : null;
    }

    /** Whether a class may be added to, and has no value yet of the same name. */
    private boolean areNew(Declaration declaration, String adds) {
        if (!OwnTypes.open().contains(adds)) {
            source.add(Declaration.said(declaration.marks(), "adds").orElseThrow().start(), Problem.of("SP-D022", adds,
                    String.join(", ", OwnTypes.open())).maybe(Spelling.nearest(adds, OwnTypes.open())));
            return false;
        }
        boolean good = true;
        Set<String> known = Vocabulary.constants(Vocabulary.LIBRARY.type(adds)).keySet();
        for (Declaration.Constant constant : declaration.constants()) {
            String name = constant.name().text();
            String former = known.contains(name) ? adds : added.putIfAbsent(adds + "." + name, source.place(constant.name().start()));
            if (former != null) {
                source.add(constant.name().start(), Problem.of("SP-D023", adds, name, former));
                good = false;
            }
        }
        return good;
    }

    // ---- records

    private @Nullable OwnType record(Declaration declaration) {
        Kind kind = declaration.is("finding") ? Kind.FINDING : declaration.is("part") ? Kind.PART : Kind.FACT;
        DeclaredWords words = new DeclaredWords(source, declaration);
        boolean good = areNamed(declaration.components().stream().map(Declaration.Component::name).toList(), COMPONENT,
                "SP-D017.component", MOST_COMPONENTS) & words.ofRecord(kind);
        if (kind != Kind.FINDING && declaration.components().isEmpty()) {
            source.add(declaration.name().start(), Problem.of("SP-D018", declaration.name().text()));
            good = false;
        }
        List<OwnType.Component> components = new ArrayList<>();
        for (Declaration.Component component : declaration.components()) {
            if (kind == Kind.FINDING && component.name().text().equals("kind")) { // as documents call which finding it is
                source.add(component.name().start(), Problem.of("SP-D017.reserved", component.name().text()));
                good = false;
            }
            OwnType.Component made = component(declaration, component);
            good &= made != null && words.ofComponent(component, made, kind);
            if (made != null) {
                components.add(made);
            }
        }
        return good ? new OwnType(declaration.name().text(), kind, List.copyOf(components), List.of(), isNone(declaration.marks()),
                declaration.is("atMostOne"), null, words.said()) : null;
    }

    private static boolean isNone(List<Declaration.Mark> marks) {
        return Declaration.said(marks, "absent").isPresent();
    }

    private OwnType.@Nullable Component component(Declaration holder, Declaration.Component component) {
        String type = type(component.type());
        if (type == null) {
            return null;
        }
        boolean isList = type.equals(List.class.getName());
        if (isList != (component.element() != null)) {
            source.add(component.type().start(), Problem.of("SP-D010.list", component.type().text()));
            return null;
        }
        String element = isList ? part(holder, component.element()) : null;
        if (isList && element == null) {
            return null;
        }
        int[] range = range(component, type);
        return range == null ? null : new OwnType.Component(component.name().text(), type, element, range[0], range[1],
                isNone(component.marks()));
    }

    /** The class of a component; null when there is none that it can have. */
    private @Nullable String type(Name said) {
        String name = said.text();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        Class<?> plain = PLAIN.get(name);
        Declaration own = declared.get(name);
        if (plain != null) {
            return plain.getName();
        } else if (own != null) {
            Name adds = Declaration.said(own.marks(), "adds").orElse(null);
            if (own.isEnum() && adds == null) {
                return book.home() == null ? null : book.home().text() + "." + name;
            }
            source.add(said.start(), adds == null ? Problem.of("SP-D010.record", name) : Problem.of("SP-D021.adds", name, adds.text()));
            return null;
        }
        Class<?> other = IMPORTED.containsKey(simple) ? IMPORTED.get(simple) : Vocabulary.LIBRARY.type(simple);
        if (other == null && (imported.contains(simple) || isRefused(name))) {
            return null; // which has been said
        } else if (other == null || !isComponent(other) || !name.equals(simple) && !name.equals(other.getName())) {
            Set<String> names = new TreeSet<>(PLAIN.keySet());
            names.addAll(IMPORTED.keySet());
            declared.values().stream().filter(Declaration::isEnum).forEach(each -> names.add(each.name().text()));
            source.add(said.start(), Problem.of("SP-D010", name)
                    .maybe(MEANT.getOrDefault(name, names.contains(simple) ? simple : Spelling.nearest(name, names))));
            return null;
        } else if (name.equals(simple) && !imported.contains(simple) && !imported.contains("*")) {
            source.add(said.start(), Problem.of("SP-D010.imported", name, other.getName()));
            return null;
        }
        return other.getName();
    }

    /** The class of the items of a list, which is a part that was declared before, so that none is made of itself. */
    private @Nullable String part(Declaration holder, Name said) {
        Declaration part = declared.get(said.text());
        if (part == null && isRefused(said.text())) {
            return null; // which has been said
        } else if (part == null || !part.is("part")) {
            source.add(said.start(), Problem.of("SP-D010.element", said.text()).maybe(Spelling.nearest(said.text(),
                    declared.values().stream().filter(each -> each.is("part")).map(each -> each.name().text()).toList())));
            return null;
        } else if (part.name().start() >= holder.name().start()) {
            source.add(said.start(), Problem.of("SP-D016", said.text(), holder.name().text()));
            return null;
        }
        return book.home() == null ? null : book.home().text() + "." + said.text();
    }

    /** Whether something is declared by this name, with a mistake that has been said. */
    private boolean isRefused(String name) {
        return book.unread().contains(name) || book.declarations().stream().anyMatch(each -> each.name().text().equals(name));
    }

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})\\.\\.(-?\\d{1,9})?");

    private int @Nullable [] range(Declaration.Component component, String type) {
        Name said = Declaration.said(component.marks(), "range").orElse(null);
        if (said == null) {
            return new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE};
        }
        Matcher range = RANGE.matcher(said.text());
        if (!type.equals(Integer.class.getName()) || !range.matches()) {
            boolean isNumber = type.equals(Integer.class.getName());
            source.add(said.start(), Problem.of(isNumber ? "SP-D014.range" : "SP-D014.range.number", said.text()));
            return null;
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(range.group(2));
        if (from > to) {
            source.add(said.start(), Problem.of("SP-D014.range", said.text()));
            return null;
        }
        return new int[] {from, to};
    }
}

package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Cursor.Unreadable;
import org.supportpolicy.internal.source.RuleBook.Import;
import org.supportpolicy.internal.source.Token.Kind;

/**
 * Reads the file in which a policy declares what it adds to the library's vocabulary. It knows this part of DRL and nothing else:
 *
 * <pre>
 * file        = "package" names { "import" names } { declaration }
 * declaration = "declare" ( choice | record ) "end"
 * choice      = "enum" name { mark } constant { "," constant } ";" { component }
 * constant    = name [ "(" text { "," text } ")" ]
 * record      = name { mark } { component }
 * component   = name ":" names [ "&lt;" names "&gt;" ] { mark }
 * mark        = "@" name [ "(" text ")" ]
 * </pre>
 *
 * <p>Whatever is written otherwise is a problem at its place, and reading goes on behind it.
 */
final class DeclarationReader {

    /** What begins something else, so that the end of a declaration is missing before it. */
    private static final Set<String> NEXT = Set.of("declare", "import", "package", "rule");

    private final Source source;
    private final Cursor cursor;
    private final Set<String> unread = new HashSet<>();

    private DeclarationReader(Source source) {
        this.source = source;
        this.cursor = new Cursor(source);
    }

    /** Reads a file; what is wrong with it is added to its problems. */
    static FactBook read(Source source) {
        return new DeclarationReader(source).file();
    }

    private FactBook file() {
        Name home = null;
        List<Import> imports = new ArrayList<>();
        List<Declaration> declarations = new ArrayList<>();
        while (!cursor.atEnd()) {
            int before = cursor.peek().start();
            try {
                if (cursor.took("declare")) {
                    declarations.add(declaration(before));
                } else if (cursor.at("package")) {
                    home = home(home == null && imports.isEmpty() && declarations.isEmpty());
                } else if (cursor.took("import")) {
                    if (cursor.at("static")) {
                        throw cursor.refuse(cursor.peek().start(), Problem.of("SP-D010.import", "static"));
                    }
                    imports.add(new Import(cursor.names(), false));
                    cursor.took(";");
                } else {
                    throw cursor.at("rule") ? cursor.refuse(before, Problem.of("SP-D002.rule", FactBook.FILE))
                            : cursor.unexpected("declare");
                }
            } catch (Unreadable e) {
                nextDeclaration(before);
            }
        }
        if (home == null && source.isSound()) {
            source.add(0, Problem.of("SP-D001.none"));
        }
        return new FactBook(source, home, List.copyOf(imports), List.copyOf(declarations), Set.copyOf(unread));
    }

    private Name home(boolean isFirst) throws Unreadable {
        Token word = cursor.take();
        if (!isFirst) {
            throw cursor.refuse(word.start(), Problem.of("SP-D001.first"));
        }
        Name home = cursor.names();
        cursor.took(";");
        return home;
    }

    private void nextDeclaration(int from) {
        if (cursor.peek().start() == from) {
            cursor.take();
        }
        while (!cursor.atEnd() && !(cursor.startsLine() && (cursor.at("declare") || cursor.at("import") || cursor.at("package")))) {
            cursor.take();
        }
    }

    private Declaration declaration(int start) throws Unreadable {
        boolean isEnum = cursor.took("enum");
        Name name = cursor.name("name");
        unread.add(name.text());
        if (cursor.at("extends")) {
            throw cursor.refuse(cursor.peek().start(), Problem.of("SP-D004", name.text()));
        }
        List<Declaration.Mark> marks = marks();
        List<Declaration.Constant> constants = isEnum ? constants() : List.of();
        List<Declaration.Component> components = new ArrayList<>();
        while (!cursor.took("end")) {
            components.add(component());
        }
        unread.remove(name.text());
        return new Declaration(name, isEnum, marks, constants, List.copyOf(components), source.text(start, cursor.end()));
    }

    private List<Declaration.Constant> constants() throws Unreadable {
        List<Declaration.Constant> constants = new ArrayList<>();
        do {
            Name name = cursor.name("name");
            List<Name> texts = new ArrayList<>();
            if (cursor.took("(")) {
                do {
                    texts.add(text());
                } while (cursor.took(","));
                cursor.expect(")");
            }
            constants.add(new Declaration.Constant(name, List.copyOf(texts)));
        } while (cursor.took(","));
        cursor.expect(";");
        return List.copyOf(constants);
    }

    private Declaration.Component component() throws Unreadable {
        if (NEXT.contains(cursor.peek().text()) && cursor.startsLine() && !cursor.second().is(":")) {
            throw cursor.unexpected("component");
        }
        Name name = cursor.name("component");
        cursor.expect(":");
        Name type = cursor.names();
        Name element = null;
        if (cursor.took("<")) {
            element = cursor.names();
            cursor.expect(">");
        }
        return new Declaration.Component(name, type, element, marks());
    }

    private List<Declaration.Mark> marks() throws Unreadable {
        List<Declaration.Mark> marks = new ArrayList<>();
        while (cursor.took("@")) {
            Name name = cursor.name("name");
            @Nullable Name value = null;
            if (cursor.took("(")) {
                if (cursor.peek().kind() == Kind.WORD || cursor.peek().kind() == Kind.NUMBER) {
                    throw cursor.refuse(name.start(), Problem.of("SP-D014.quoted", name.text()));
                }
                value = text();
                cursor.expect(")");
            }
            marks.add(new Declaration.Mark(name, value));
        }
        return List.copyOf(marks);
    }

    private Name text() throws Unreadable {
        if (cursor.peek().kind() != Kind.TEXT) {
            throw cursor.unexpected("text");
        }
        Token text = cursor.take();
        return new Name(text.text(), text.start() + 1);
    }
}

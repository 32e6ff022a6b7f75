package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supportpolicy.author.Mention.Role;
import org.supportpolicy.internal.source.Declaration;
import org.supportpolicy.internal.source.FactBook;
import org.supportpolicy.internal.source.Name;

/** Finds what is named in the file in which a policy declares facts and findings. Not thread-safe. */
final class DeclarationMentions {

    private final EditedCopy copy;
    private final Lines lines;
    private final List<Mention> found = new ArrayList<>();

    private DeclarationMentions(EditedCopy copy, Lines lines) {
        this.copy = copy;
        this.lines = lines;
    }

    /** What the file names; nothing when there is none. */
    static List<Mention> of(EditedCopy copy) {
        FactBook book = copy.draft().facts();
        if (book == null) {
            return List.of();
        }
        DeclarationMentions mentions = new DeclarationMentions(copy, copy.rules().get(FactBook.FILE));
        book.imports().forEach(imported -> mentions.type(imported.simple()));
        book.declarations().forEach(mentions::declaration);
        return mentions.found;
    }

    private void declaration(Declaration declaration) {
        add(declaration.name(), Subject.type(declaration.name().text()), Role.DEFINES);
        Optional<Name> adds = Declaration.said(declaration.marks(), "adds");
        adds.ifPresent(this::type);
        String owner = adds.orElse(declaration.name()).text();
        declaration.constants().forEach(constant -> add(constant.name(), Subject.constant(owner, constant.name().text()), Role.DEFINES));
        if (!declaration.isEnum()) {
            declaration.components().forEach(component -> component(component, declaration.name().text()));
        }
    }

    private void component(Declaration.Component component, String record) {
        add(component.name(), Subject.component(record, component.name().text()), Role.DEFINES);
        type(component.type());
        if (component.element() != null) {
            type(component.element());
        }
    }

    /** A type that the policy declares or the library knows. */
    private void type(Name name) {
        int dot = name.text().lastIndexOf('.') + 1;
        Name simple = new Name(name.text().substring(dot), name.start() + dot);
        boolean isDeclared = copy.draft().facts().declarations().stream().anyMatch(each -> each.name().text().equals(simple.text()));
        if (isDeclared || copy.words().type(simple.text()) != null) {
            add(simple, Subject.type(simple.text()), Role.USES);
        }
    }

    private void add(Name name, Subject subject, Role role) {
        found.add(Mention.of(lines.place(name.start(), name.end()), subject, role));
    }
}

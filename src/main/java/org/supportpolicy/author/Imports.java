package org.supportpolicy.author;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.Vocabulary;
import org.supportpolicy.internal.source.FactBook;
import org.supportpolicy.internal.source.RuleBook;

/** What a rule file imports, and what it is to import with a word that is put into it. */
final class Imports {

    private final EditedCopy copy;
    private final Lines lines;
    private final List<RuleBook.Import> imports;
    private final int header;

    private Imports(EditedCopy copy, Lines lines, List<RuleBook.Import> imports, int header) {
        this.copy = copy;
        this.lines = lines;
        this.imports = imports;
        this.header = header;
    }

    /** Those of a rule file; null when it is none of the copy. */
    static @Nullable Imports of(EditedCopy copy, String file) {
        Lines lines = copy.rules().get(file);
        FactBook facts = copy.draft().facts();
        if (lines != null && facts != null && file.equals(FactBook.FILE)) {
            return new Imports(copy, lines, facts.imports(), facts.home() == null ? 0 : facts.home().end());
        }
        return lines == null ? null : copy.draft().books().stream().filter(book -> book.source().file().fileName().equals(file)).findFirst()
                .map(book -> new Imports(copy, lines, book.imports(), book.section() == null ? 0 : book.section().end())).orElse(null);
    }

    /** What is to be put in so that a word can be used; empty when it can be already, or is none that is imported. */
    Optional<TextEdit> adding(String word) {
        Class<?> type = copy.words().type(word);
        boolean isFunction = type == null && !Vocabulary.functions(word).isEmpty();
        if (type == null && !isFunction || imports.stream().anyMatch(each -> each.simple().text().equals(word))) {
            return Optional.empty();
        }
        String whole = type != null ? "import " + type.getName() + ";"
                : "import static " + Vocabulary.functions(word).get(0).code().getDeclaringClass().getName() + "." + word + ";";
        return Optional.of(new TextEdit(place(), place().column() == 1 ? whole + "\n" : "\n" + (imports.isEmpty() ? "\n" : "") + whole));
    }

    /** The end of the line behind which an import belongs. */
    private Place place() {
        int end = imports.isEmpty() ? header : imports.stream().filter(each -> !each.isStatic()).mapToInt(each -> each.path().end()).max()
                .orElse(imports.get(imports.size() - 1).path().end());
        int newline = lines.text().indexOf('\n', end);
        int at = end == 0 ? 0 : newline < 0 ? lines.text().length() : newline;
        int before = at > 0 && lines.text().charAt(at - 1) == '\r' ? at - 1 : at;
        return lines.place(before, before);
    }
}

package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import org.supportpolicy.author.Mention.Form;
import org.supportpolicy.author.Mention.Role;

/** Finds what is named in scenario files. Not thread-safe. */
final class ScenarioMentions implements ScenarioWalk.Visitor {

    private final String file;
    private final Lines lines;
    private final List<Mention> found;

    private ScenarioMentions(String file, Lines lines, List<Mention> found) {
        this.file = file;
        this.lines = lines;
        this.found = found;
    }

    /** What all scenario files name, file by file. */
    static List<Mention> of(EditedCopy copy, DocumentSchema factSet, DocumentSchema decision) {
        List<Mention> found = new ArrayList<>();
        copy.scenarios().forEach((file, lines) -> new ScenarioWalk(copy, factSet, decision, new ScenarioMentions(file, lines, found))
                .walk(YamlNode.of(lines.text())));
        return found;
    }

    @Override
    public void word(String text, int start, int end, boolean isKey, ScenarioWalk.Legal legal) {
        boolean isKnown = end - start == text.length() && legal.words().get().contains(text); // an escape is no name
        Subject subject = isKnown ? legal.meant().apply(text) : null;
        if (subject != null && !subject.equals(Subject.key("", text))) {
            String name = subject.name();
            Form form = name.equals(text) ? Form.PLAIN : Form.KEY.of(name).equals(text) ? Form.KEY : Form.LOWER;
            found.add(new Mention(lines.place(start, end), subject, Role.USES, form));
        }
    }

    @Override
    public void title(YamlNode title) {
        if (title.isScalar()) {
            found.add(Mention.of(lines.place(title.start(), title.end()), Subject.scenario(file, title.text()), Role.DEFINES));
        }
    }
}

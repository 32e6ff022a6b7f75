package org.supportpolicy.json;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Note;
import org.supportpolicy.fact.FactSet;

/** Refuses events that lie ahead or out of order, each where it stands in its document. */
final class OddEvents {

    private OddEvents() {}

    /** Adds a problem for each note on a fact set that was read from a document. */
    static void of(FactSet facts, Node document, ProblemList problems) {
        for (Note note : Note.of(facts)) {
            Node event = at(document, note.path());
            int component = note.path().lastIndexOf('.');
            problems.add(event.token(), pointer(note.path()),
                    new Label(note.path().substring(component + 1), note.path().substring(0, component)).refused("SP-I010", event,
                            note.kind() == Note.Kind.LATER ? "must.not-after" : "must.not-before",
                            note.other(), at(document, note.other()).quoted()));
        }
    }

    /** What stands at the path of a note; the fact set was made of it. */
    private static Node at(Node document, String path) {
        Node node = document;
        for (String step : steps(path)) {
            @Nullable Node next = node instanceof Node.Items items ? items.items().get(Integer.parseInt(step))
                    : ((Node.Members) node).get(step);
            node = Objects.requireNonNull(next, path);
        }
        return node;
    }

    private static Pointer pointer(String path) {
        Pointer pointer = Pointer.DOCUMENT;
        for (String step : steps(path)) {
            pointer = pointer.child(step);
        }
        return pointer;
    }

    private static List<String> steps(String path) {
        return Arrays.asList(path.replace("]", "").split("[.\\[]"));
    }
}

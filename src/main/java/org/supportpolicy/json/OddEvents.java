package org.supportpolicy.json;

import java.time.temporal.Temporal;
import org.supportpolicy.Note;
import org.supportpolicy.fact.FactSet;

/** Refuses events that lie ahead or out of order, each where it stands in its document. */
final class OddEvents {

    private OddEvents() {}

    /** Where something stands in a document, or the nearest that does when what is looked for is the desk's. */
    private record Place(Node node, Pointer pointer, boolean isThere) {

        Node said(Temporal value) {
            return isThere ? node : new Node.Text(node.token(), value.toString());
        }
    }

    /** Adds a problem for each note on a fact set that was read from a document. */
    static void of(FactSet facts, Node document, ProblemList problems) {
        for (Note note : Note.of(facts)) {
            Place event = at(document, note.path());
            int component = note.path().lastIndexOf('.');
            problems.add(event.node.token(), event.pointer,
                    new Label(note.path().substring(component + 1), note.path().substring(0, component)).refused("SP-I010",
                            event.said(note.value()), note.kind() == Note.Kind.LATER ? "must.not-after" : "must.not-before",
                            note.other(), at(document, note.other()).said(note.limit()).quoted()));
        }
    }

    /** What stands at the path of a note. */
    private static Place at(Node document, String path) {
        Place place = new Place(document, Pointer.DOCUMENT, true);
        for (String step : path.replace("]", "").split("[.\\[]")) {
            Node next = place.node instanceof Node.Items items ? items.items().get(Integer.parseInt(step))
                    : ((Node.Members) place.node).get(step);
            if (next == null || next instanceof Node.Nothing) {
                return new Place(place.node, place.pointer, false);
            }
            place = new Place(next, place.pointer.child(step), true);
        }
        return place;
    }
}

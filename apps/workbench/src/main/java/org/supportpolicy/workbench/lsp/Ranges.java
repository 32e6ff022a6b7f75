package org.supportpolicy.workbench.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.author.Place;

/** Says places in the terms of the protocol: lines and columns from 0, files by their URIs. */
final class Ranges {

    private Ranges() {}

    /** The file that a URI names; empty when it names none. */
    static Optional<Path> path(@Nullable String uri) {
        try {
            return uri != null && uri.startsWith("file:") ? Optional.of(Path.of(URI.create(uri))) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    static Range of(Place place) {
        return new Range(new Position(place.line() - 1, place.column() - 1), new Position(place.endLine() - 1, place.endColumn() - 1));
    }

    static Location location(Copy copy, Place place) {
        return new Location(copy.uri(place.file()), of(place));
    }

    static TextEdit edit(org.supportpolicy.author.TextEdit edit) {
        return new TextEdit(of(edit.place()), edit.text());
    }

    static WorkspaceEdit edits(Copy copy, List<org.supportpolicy.author.TextEdit> edits) {
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        edits.forEach(edit -> changes.computeIfAbsent(copy.uri(edit.place().file()), uri -> new ArrayList<>()).add(edit(edit)));
        return new WorkspaceEdit(changes);
    }
}

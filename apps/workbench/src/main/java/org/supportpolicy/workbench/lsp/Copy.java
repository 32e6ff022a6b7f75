package org.supportpolicy.workbench.lsp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.author.Editing;

/** A working copy with the texts of it that are open in the editor. Thread-safe. */
final class Copy {

    private final Path directory;
    private final Map<String, String> unsaved = new HashMap<>();
    private final Map<String, String> uris = new HashMap<>();
    private @Nullable Editing editing;
    private boolean changed;

    Copy(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** The path of a file in the copy. */
    String name(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    /** The URI of a file, as the editor has it where it is open. */
    synchronized String uri(String file) {
        return uris.getOrDefault(file, directory.resolve(file).toUri().toString());
    }

    /** Takes a text that is open. */
    synchronized void edit(String file, String uri, String text) {
        uris.put(file, uri);
        unsaved.put(file, text);
        changed = true;
    }

    /** Goes by what is written again. */
    synchronized void close(String file) {
        unsaved.remove(file);
        changed = true;
    }

    /** Looks anew at what was written. */
    synchronized void look() {
        changed = true;
    }

    /** The copy as it is being edited; empty when it cannot be read, such as one without rules. */
    synchronized Optional<Editing> editing() {
        try {
            if (editing == null || changed) {
                editing = editing == null ? Editing.of(directory, unsaved) : editing.again(unsaved);
                changed = false;
            }
            return Optional.of(editing);
        } catch (PolicyException e) {
            return Optional.empty();
        }
    }
}

package org.supportpolicy.workbench.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Takes what the editor tells of its folders. Thread-safe. */
final class Workspace implements WorkspaceService {

    private final Copies copies;
    private final Diagnoses diagnoses;

    Workspace(Copies copies, Diagnoses diagnoses) {
        this.copies = copies;
        this.diagnoses = diagnoses;
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        List<Path> folders = new ArrayList<>(copies.folders());
        params.getEvent().getRemoved().forEach(folder -> Ranges.path(folder.getUri()).ifPresent(folders::remove));
        params.getEvent().getAdded().forEach(folder -> Ranges.path(folder.getUri()).ifPresent(folders::add));
        copies.open(folders);
        diagnoses.all();
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        params.getChanges().forEach(change -> Ranges.path(change.getUri()).flatMap(copies::of).ifPresent(copy -> {
            copy.look();
            diagnoses.soon(copy);
        }));
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // what there is to set, it is told when it begins
    }
}

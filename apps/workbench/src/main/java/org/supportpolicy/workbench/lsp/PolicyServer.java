package org.supportpolicy.workbench.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server of working copies. Thread-safe. */
public final class PolicyServer implements LanguageServer, LanguageClientAware {

    private final Copies copies = new Copies();
    private final Diagnoses diagnoses = new Diagnoses(copies);
    private final Documents documents = new Documents(copies, diagnoses);
    private final Workspace workspace = new Workspace(copies, diagnoses);
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private volatile boolean isShutDown;

    /** Makes a server that speaks a language: Dutch for Dutch, any other for English. */
    public PolicyServer(Locale locale) {
        copies.speak(Objects.requireNonNull(locale, "The locale must be given."));
    }

    @Override
    public void connect(LanguageClient client) {
        diagnoses.connect(client);
    }

    /** Waits until the editor asks the server to stop, or goes away: 0 or 1. */
    int awaitExit() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        if (params.getInitializationOptions() instanceof JsonObject options && options.get("lang") instanceof JsonPrimitive language) {
            copies.speak(Locale.forLanguageTag(language.getAsString()));
        }
        copies.open(folders(params));
        ClientCapabilities able = params.getCapabilities();
        diagnoses.refreshHints(able != null && able.getWorkspace() != null && able.getWorkspace().getInlayHint() != null
                && Boolean.TRUE.equals(able.getWorkspace().getInlayHint().getRefreshSupport()));
        return CompletableFuture.completedFuture(new InitializeResult(capabilities(), new ServerInfo("support-policy")));
    }

    /** The folders that are open; some editors know of one only, and tell it in the older way. */
    @SuppressWarnings("deprecation")
    private static List<Path> folders(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        Stream<String> uris = folders != null ? folders.stream().map(WorkspaceFolder::getUri) : Stream.ofNullable(params.getRootUri());
        return uris.flatMap(uri -> Ranges.path(uri).stream()).toList();
    }

    private static ServerCapabilities capabilities() {
        ServerCapabilities able = new ServerCapabilities();
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Full);
        sync.setSave(new SaveOptions(false));
        able.setTextDocumentSync(sync);
        able.setCompletionProvider(new CompletionOptions(false, List.of("(", ".", "@", "\"", "[", "{", ":")));
        able.setHoverProvider(true);
        able.setDefinitionProvider(true);
        able.setReferencesProvider(true);
        able.setRenameProvider(new RenameOptions(true));
        able.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        able.setInlayHintProvider(true);
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        able.setWorkspace(new WorkspaceServerCapabilities(folders));
        return able;
    }

    @Override
    public void initialized(InitializedParams params) {
        diagnoses.all();
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        diagnoses.close();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        diagnoses.close();
        exit.complete(isShutDown ? 0 : 1);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // it traces nothing
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }
}

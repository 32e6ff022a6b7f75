package org.supportpolicy.workbench.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WorkingCopy;

/** The language server, asked by a client over the protocol. */
class PolicyServerTest {

    @TempDir
    private Path folder;
    private Path copy;
    private PolicyServer policyServer;
    private LanguageServer server;
    private final Editor editor = new Editor();
    private int version;

    /** Keeps what it is told. */
    private static final class Editor implements LanguageClient {

        final BlockingQueue<PublishDiagnosticsParams> told = new LinkedBlockingQueue<>();

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            told.add(diagnostics);
        }

        @Override
        public void telemetryEvent(Object object) {
            throw new AssertionError(object);
        }

        @Override
        public void showMessage(MessageParams message) {
            throw new AssertionError(message);
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            throw new AssertionError(request);
        }

        @Override
        public void logMessage(MessageParams message) {
            throw new AssertionError(message);
        }
    }

    @BeforeEach
    void start() throws IOException, ExecutionException, InterruptedException {
        copy = folder.resolve("policies/our desk");
        Files.createDirectories(copy.getParent());
        WorkingCopy.init(copy);
        Files.writeString(Files.createDirectories(folder.resolve("notes")).resolve("readme.md"), "No policy.\n");
        Pipe toServer = Pipe.open();
        Pipe toEditor = Pipe.open();
        policyServer = new PolicyServer(Locale.ENGLISH);
        Launcher<LanguageClient> serving = Lsp.launcher(policyServer, Channels.newInputStream(toServer.source()),
                Channels.newOutputStream(toEditor.sink()));
        policyServer.connect(serving.getRemoteProxy());
        serving.startListening();
        Launcher<LanguageServer> editing = LSPLauncher.createClientLauncher(editor, Channels.newInputStream(toEditor.source()),
                Channels.newOutputStream(toServer.sink()));
        editing.startListening();
        server = editing.getRemoteProxy();
    }

    @AfterEach
    void stop() throws ExecutionException, InterruptedException {
        server.shutdown().get();
        server.exit();
        assertThat(policyServer.awaitExit()).isZero();
    }

    private void initialize(String language) throws ExecutionException, InterruptedException {
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "folder")));
        JsonObject options = new JsonObject();
        options.addProperty("lang", language);
        params.setInitializationOptions(options);
        assertThat(server.initialize(params).get().getCapabilities().getRenameProvider().getRight().getPrepareProvider()).isTrue();
        server.initialized(new InitializedParams());
    }

    @Test
    void whatComesBeforeItIsInitializedIsRefused() throws Exception {
        assertThatThrownBy(() -> server.getTextDocumentService().hover(new HoverParams(document("closure.drl"), new Position(0, 0))).get())
                .cause().isInstanceOfSatisfying(ResponseErrorException.class, failure -> assertThat(failure.getResponseError().getCode())
                        .isEqualTo(ResponseErrorCode.ServerNotInitialized.getValue()));
        initialize("en");
    }

    @Test
    void whatNoEditorShouldAskIsAnsweredAndDoesNoHarm() throws Exception {
        initialize("en");
        TextDocumentService documents = server.getTextDocumentService();
        documents.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri("closure.drl"), 1),
                Collections.singletonList(new TextDocumentContentChangeEvent())));
        for (int number : List.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            Position nowhere = new Position(number, number);
            documents.completion(new CompletionParams(document("closure.drl"), nowhere)).get();
            documents.hover(new HoverParams(document("closure.drl"), nowhere)).get();
        }
        assertThatThrownBy(() -> documents.documentSymbol(new DocumentSymbolParams(document("closure.drl"))).get()).cause()
                .isInstanceOfSatisfying(ResponseErrorException.class, failure -> assertThat(failure.getResponseError().getCode())
                        .isEqualTo(ResponseErrorCode.MethodNotFound.getValue()));
    }

    @Test
    void aLanguageThatIsNoneIsEnglish() throws Exception {
        InitializeParams params = new InitializeParams();
        JsonObject options = new JsonObject();
        options.add("lang", JsonNull.INSTANCE);
        params.setInitializationOptions(options);
        assertThat(server.initialize(params).get().getCapabilities()).isNotNull();
    }

    private String uri(String file) {
        return copy.resolve(file).toUri().toString();
    }

    private TextDocumentIdentifier document(String file) {
        return new TextDocumentIdentifier(uri(file));
    }

    /** Opens a file with a change, and gives its text. */
    private String open(String file, String old, String text) throws IOException {
        String before = Files.readString(copy.resolve(file));
        assertThat(before).contains(old);
        String after = before.replace(old, text);
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "drl", ++version, after)));
        return after;
    }

    private void change(String file, String text) {
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri(file), ++version),
                List.of(new TextDocumentContentChangeEvent(text))));
    }

    /** The place, from 0, that lies some characters behind the beginning of a piece of a text. */
    private static Position at(String text, String piece, int more) {
        assertThat(text).contains(piece);
        String before = text.substring(0, text.indexOf(piece) + more);
        return new Position((int) before.chars().filter(c -> c == '\n').count(), before.length() - before.lastIndexOf('\n') - 1);
    }

    private static Range range(Position start, int length) {
        return new Range(start, new Position(start.getLine(), start.getCharacter() + length));
    }

    /** What is wrong with a file, as soon as it is as it must be. */
    private List<Diagnostic> diagnostics(String file, Predicate<List<Diagnostic>> wanted) throws InterruptedException {
        PublishDiagnosticsParams told;
        do {
            told = editor.told.take();
        } while (!told.getUri().equals(uri(file)) || !wanted.test(told.getDiagnostics()));
        return told.getDiagnostics();
    }

    @Test
    void aMistakeIsToldAtItsWordAndTakenBack() throws Exception {
        initialize("en");
        String text = open("closure.drl", "AsOf( $closes <= instant )", "AsOf( $closes <= instnat )");
        List<Diagnostic> told = diagnostics("closure.drl", found -> !found.isEmpty());
        assertThat(told).hasSizeGreaterThanOrEqualTo(1).first().satisfies(diagnostic -> {
            assertThat(diagnostic.getRange()).isEqualTo(range(at(text, "instnat", 0), "instnat".length()));
            assertThat(diagnostic.getCode().getLeft()).isEqualTo("SP-R043");
            assertThat(diagnostic.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
            assertThat(diagnostic.getMessage()).isEqualTo("AsOf has no field (instnat).\nMaybe instant.");
        });
        change("closure.drl", text.replace("instnat", "instant"));
        assertThat(diagnostics("closure.drl", List::isEmpty)).isEmpty();
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document("closure.drl")));
    }

    @Test
    void whatIsWrittenElsewhereIsSeenInDutch() throws Exception {
        initialize("nl");
        Path scenarios = copy.resolve("scenarios/urgency.yaml");
        String text = Files.readString(scenarios) + "\n- title: Fout\n  expect: {urgentie: {level: 1}}\n";
        Files.writeString(scenarios, text);
        List<Diagnostic> told = diagnostics("scenarios/urgency.yaml", found -> !found.isEmpty());
        assertThat(told).filteredOn(diagnostic -> diagnostic.getRange().equals(range(at(text, "urgentie", 0), "urgentie".length())))
                .singleElement().satisfies(diagnostic -> assertThat(diagnostic.getMessage()).startsWith("Een beslissing heeft geen"));
    }

    @Test
    void wordsAreCompletedWithTheirImports() throws Exception {
        initialize("en");
        String text = open("closure.drl", "    AsOf( $closes <= instant )", "    Custo");
        List<CompletionItem> items = server.getTextDocumentService().completion(new CompletionParams(document("closure.drl"), at(text, "    Custo", 9))).get().getLeft();
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.getLabel()).isEqualTo("Customer");
            assertThat(item.getTextEdit().getLeft().getRange()).isEqualTo(range(at(text, "    Custo", 4), 5));
            assertThat(item.getAdditionalTextEdits()).singleElement().satisfies(edit -> assertThat(edit.getNewText()).contains("import org.supportpolicy.fact.Customer;"));
        });
    }

    @Test
    void aWordIsExplainedFoundAndListed() throws Exception {
        initialize("nl");
        String text = open("closure.drl", "@clause(\"closure.permanent\")", "@clause(\"closure.permanent\")");
        Position clause = at(text, "closure.permanent", 3);
        assertThat(server.getTextDocumentService().hover(new HoverParams(document("closure.drl"), clause)).get()).satisfies(hover -> {
            assertThat(hover.getContents().getRight().getValue()).startsWith("**closure.permanent** · ").contains("De regels ervan:\n- ");
            assertThat(hover.getRange()).isEqualTo(range(at(text, "closure.permanent", 0), "closure.permanent".length()));
        });
        List<? extends Location> headings = server.getTextDocumentService().definition(new DefinitionParams(document("closure.drl"), clause)).get().getLeft();
        assertThat(headings).extracting(Location::getUri).containsExactly(uri("policy.en.md"), uri("policy.nl.md"));
        String english = Files.readString(copy.resolve("policy.en.md"));
        assertThat(headings.get(0).getRange()).isEqualTo(range(at(english, "### closure.permanent", 4), "closure.permanent".length()));
        assertThat(server.getTextDocumentService().references(new ReferenceParams(document("closure.drl"), clause, new ReferenceContext(true))).get())
                .extracting(Location::getUri).contains(uri("closure.drl"), uri("policy.en.md"), uri("scenarios/closure.yaml"));
    }

    @Test
    void aClauseIsRenamedAndWhatIsTheLibrarysIsNot() throws Exception {
        initialize("en");
        String text = open("closure.drl", "@clause(\"closure.permanent\")", "@clause(\"closure.permanent\")");
        Position clause = at(text, "closure.permanent", 3);
        assertThat(server.getTextDocumentService().prepareRename(new PrepareRenameParams(document("closure.drl"), clause)).get().getFirst())
                .isEqualTo(range(at(text, "closure.permanent", 0), "closure.permanent".length()));
        WorkspaceEdit edit = server.getTextDocumentService().rename(new RenameParams(document("closure.drl"), clause, "closure.final")).get();
        assertThat(edit.getChanges()).containsKeys(uri("closure.drl"), uri("policy.en.md"), uri("policy.nl.md"), uri("scenarios/closure.yaml"));
        assertThat(edit.getChanges().values()).allSatisfy(edits -> assertThat(edits).allSatisfy(one -> assertThat(one.getNewText()).isEqualTo("closure.final")));
        assertThatThrownBy(() -> server.getTextDocumentService().rename(new RenameParams(document("closure.drl"), at(text, "    Ticket(", 6), "Kaartje")).get())
                .hasMessageContaining("The name (Ticket) is the library's and cannot be renamed.");
    }

    @Test
    void aMistakeIsPutRight() throws Exception {
        initialize("nl");
        String text = open("closure.drl", "AsOf( $closes <= instant )", "AsOf( $closes <= instnat )");
        Range typo = range(at(text, "instnat", 0), "instnat".length());
        List<CodeAction> actions = server.getTextDocumentService().codeAction(new CodeActionParams(document("closure.drl"), typo, new CodeActionContext(List.of())))
                .get().stream().map(either -> either.getRight()).toList();
        assertThat(actions).singleElement().satisfies(action -> {
            assertThat(action.getTitle()).isEqualTo("Verander in instant");
            assertThat(action.getEdit().getChanges().get(uri("closure.drl"))).singleElement().satisfies(edit -> {
                assertThat(edit.getRange()).isEqualTo(typo);
                assertThat(edit.getNewText()).isEqualTo("instant");
            });
        });
    }

    @Test
    void scenariosShowHowTheyTurnOut() throws Exception {
        initialize("nl");
        Range all = new Range(new Position(0, 0), new Position(10_000, 0));
        open("closure.drl", "daysAfter( 7, $first, $zone )", "daysAfter( 10, $first, $zone )");
        List<InlayHint> hints = server.getTextDocumentService().inlayHint(new InlayHintParams(document("scenarios/closure.yaml"), all)).get();
        String text = Files.readString(copy.resolve("scenarios/closure.yaml"));
        assertThat(hints).extracting(hint -> hint.getLabel().getLeft()).contains("✓ zoals verwacht", "✗ closureGrounds []");
        assertThat(hints).filteredOn(hint -> hint.getLabel().getLeft().startsWith("✗")).first().satisfies(hint -> {
            String line = text.split("\n")[hint.getPosition().getLine()];
            assertThat(hint.getPosition().getCharacter()).isEqualTo(line.length());
            assertThat(line).contains("[NO_CUSTOMER_REPLY]");
        });
    }

    @Test
    void whatIsNoWorkingCopyIsLeftAlone() throws Exception {
        initialize("en");
        String notes = folder.resolve("notes/policy.en.md").toUri().toString();
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(notes, "markdown", 1, "# Not a policy\n")));
        String elsewhere = folder.resolveSibling("elsewhere/closure.drl").toUri().toString();
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(elsewhere, "drl", 1, "rule \n")));
        assertThat(server.getTextDocumentService().hover(new HoverParams(new TextDocumentIdentifier(notes), new Position(0, 3))).get()).isNull();
        assertThat(server.getTextDocumentService().hover(new HoverParams(new TextDocumentIdentifier(elsewhere), new Position(0, 1))).get()).isNull();
        open("closure.drl", "AsOf( $closes <= instant )", "AsOf( $closes <= instnat )");
        diagnostics("closure.drl", found -> !found.isEmpty());
        assertThat(editor.told).extracting(PublishDiagnosticsParams::getUri).doesNotContain(notes, elsewhere);
    }
}

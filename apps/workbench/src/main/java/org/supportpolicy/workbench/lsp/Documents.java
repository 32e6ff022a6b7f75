package org.supportpolicy.workbench.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.author.Editing;
import org.supportpolicy.author.Fix;
import org.supportpolicy.author.Place;

/** Answers what the editor asks of a file. Thread-safe. */
final class Documents implements TextDocumentService {

    private final Copies copies;
    private final Diagnoses diagnoses;

    Documents(Copies copies, Diagnoses diagnoses) {
        this.copies = copies;
        this.diagnoses = diagnoses;
    }

    /** A file of a working copy at a place, counted from 1. */
    private record Asked(Copy copy, Editing editing, String file, int line, int column) {}

    private Optional<Asked> asked(String uri, int line, int column) {
        Optional<Path> path = Ranges.path(uri);
        return path.flatMap(copies::of).flatMap(copy -> copy.editing()
                .map(editing -> new Asked(copy, editing, copy.name(path.orElseThrow()), counted(line), counted(column))));
    }

    /** From 1 what the protocol counts from 0; some editors say that they mean the end by a number as large as there is. */
    private static int counted(int number) {
        return Math.min(Math.max(number, 0), Integer.MAX_VALUE - 1) + 1;
    }

    private Optional<Asked> asked(TextDocumentPositionParams params) {
        Position at = params.getPosition();
        return asked(params.getTextDocument().getUri(), at.getLine(), at.getCharacter());
    }

    private static <T> CompletableFuture<T> answer(Supplier<T> answer) {
        return CompletableFuture.supplyAsync(answer);
    }

    // ---- what is open

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        edit(params.getTextDocument().getUri(), params.getTextDocument().getText());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        params.getContentChanges().forEach(change -> edit(params.getTextDocument().getUri(), change.getText()));
    }

    private void edit(String uri, @Nullable String text) {
        if (text != null) {
            changed(uri, (copy, file) -> copy.edit(file, uri, text));
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        changed(params.getTextDocument().getUri(), Copy::close);
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        changed(params.getTextDocument().getUri(), (copy, file) -> copy.look());
    }

    private void changed(String uri, BiConsumer<Copy, String> change) {
        Ranges.path(uri).ifPresent(path -> copies.of(path).ifPresent(copy -> {
            change.accept(copy, copy.name(path));
            diagnoses.soon(copy);
        }));
    }

    // ---- what is asked

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return answer(() -> {
            List<CompletionItem> items = new ArrayList<>();
            asked(params).ifPresent(at -> at.editing.completions(at.file, at.line, at.column, copies.locale())
                    .forEach(completion -> items.add(Items.of(completion, items.size()))));
            return Either.forLeft(items);
        });
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return answer(() -> asked(params).flatMap(at -> at.editing.meaning(at.file, at.line, at.column, copies.locale()))
                .map(meaning -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, meaning.markdown()), Ranges.of(meaning.place())))
                .orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(DefinitionParams params) {
        return answer(() -> Either.forLeft(asked(params)
                .map(at -> locations(at, at.editing.definitions(at.file, at.line, at.column))).orElse(List.of())));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return answer(() -> asked(params).map(at -> locations(at, at.editing.references(at.file, at.line, at.column))).orElse(List.of()));
    }

    private static List<Location> locations(Asked at, List<Place> places) {
        return places.stream().map(place -> Ranges.location(at.copy, place)).toList();
    }

    @Override
    public CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return answer(() -> orRefused(() -> asked(params)
                .map(at -> Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst(
                        Ranges.of(at.editing.renamed(at.file, at.line, at.column)))).orElse(null)));
    }

    @Override
    public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return answer(() -> orRefused(() -> asked(params)
                .map(at -> Ranges.edits(at.copy, at.editing.rename(at.file, at.line, at.column, params.getNewName()))).orElse(null)));
    }

    /** What was asked for, or the reason why not. */
    private <T> T orRefused(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (PolicyException e) {
            String reason = e.problems().get(0).said().in(copies.locale());
            throw new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, reason, null));
        }
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        Range range = params.getRange();
        return answer(() -> asked(params.getTextDocument().getUri(), range.getStart().getLine(), 0).map(at -> {
            List<Problem> problems = at.editing.copy().problems().stream().filter(problem -> at.editing.place(problem)
                    .filter(place -> place.file().equals(at.file) && touches(Ranges.of(place), range)).isPresent()).toList();
            return at.editing.fixes(problems).stream().map(fix -> Either.<Command, CodeAction>forRight(action(at, fix))).toList();
        }).orElse(List.of()));
    }

    private static boolean touches(Range one, Range other) {
        return !isBefore(one.getEnd(), other.getStart()) && !isBefore(other.getEnd(), one.getStart());
    }

    private static boolean isBefore(Position one, Position other) {
        return one.getLine() < other.getLine() || one.getLine() == other.getLine() && one.getCharacter() < other.getCharacter();
    }

    private CodeAction action(Asked at, Fix fix) {
        CodeAction action = new CodeAction(fix.title().in(copies.locale()));
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(Diagnoses.diagnostic(fix.problem(), at.editing.place(fix.problem()).orElseThrow(), copies.locale())));
        action.setEdit(Ranges.edits(at.copy, fix.edits()));
        action.setIsPreferred(true);
        return action;
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        Range range = params.getRange();
        return answer(() -> asked(params.getTextDocument().getUri(), 0, 0).map(at -> at.editing.hints(at.file, copies.locale()).stream()
                .filter(hint -> touches(Ranges.of(hint.place()), range)).map(Items::of).toList()).orElse(List.of()));
    }
}

package org.supportpolicy.workbench.lsp;

import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.supportpolicy.author.Completion;
import org.supportpolicy.author.Hint;

/** Says completions and results of scenarios in the terms of the protocol. */
final class Items {

    private Items() {}

    /** @param rank where it stands among the others, from 0 */
    static CompletionItem of(Completion completion, int rank) {
        CompletionItem item = new CompletionItem(completion.label());
        item.setKind(kind(completion.kind()));
        item.setDetail(completion.detail());
        item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, completion.documentation()));
        item.setTextEdit(Either.forLeft(new TextEdit(Ranges.of(completion.place()), completion.insert())));
        item.setAdditionalTextEdits(completion.also().stream().map(Ranges::edit).toList());
        item.setSortText(String.format("%05d", rank));
        return item;
    }

    private static CompletionItemKind kind(Completion.Kind kind) {
        return switch (kind) {
            case FACT -> CompletionItemKind.Class;
            case FINDING -> CompletionItemKind.Event;
            case PART -> CompletionItemKind.Struct;
            case CHOICE -> CompletionItemKind.Enum;
            case COMPONENT -> CompletionItemKind.Field;
            case CONSTANT -> CompletionItemKind.EnumMember;
            case FUNCTION -> CompletionItemKind.Function;
            case VARIABLE -> CompletionItemKind.Variable;
            case CLAUSE, READING -> CompletionItemKind.Reference;
            case KEY -> CompletionItemKind.Property;
            case KEYWORD -> CompletionItemKind.Keyword;
        };
    }

    static InlayHint of(Hint hint) {
        InlayHint shown = new InlayHint(Ranges.of(hint.place()).getEnd(), Either.forLeft((hint.holds() ? "✓ " : "✗ ") + hint.text()));
        shown.setPaddingLeft(true);
        if (!hint.detail().isEmpty()) {
            shown.setTooltip(new MarkupContent(MarkupKind.PLAINTEXT, hint.detail()));
        }
        return shown;
    }
}

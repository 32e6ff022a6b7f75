// The editor of one text after another. Each text keeps its own undo and its place while others are looked at.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, type StateEffect } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { say } from '../words';
import { drl } from './drl';
import { look, nonce } from './look';
import { phrases, respeak } from './phrases';
import { results, shownResults } from './results';
import { completion, meaning, offset, span, spot, type Spot } from './services';
import { type Hint, type Range, type TextEdit } from '../server';

export interface Hooks {
  changed(file: string, text: string): void;
  save(file: string): void;
  define(file: string, at: Spot): void;
  refer(file: string, at: Spot): void;
  rename(file: string, at: Spot): void;
}

/** Rules and scenarios keep their lines; texts are read as they are wide. */
const language = (file: string): Extension =>
  file.endsWith('.drl') ? drl : /\.ya?ml$/.test(file) ? yaml() : [markdown(), EditorView.lineWrapping];

/** What every text has, and the empty one before the first: the permitted styles and a name for those who hear the page. */
const basis = (file: string): Extension => [
  EditorView.cspNonce.of(nonce),
  look,
  phrases(),
  EditorView.contentAttributes.of(() => ({ 'aria-label': say('editor.text', file), spellcheck: 'false', tabindex: '0' })),
];

/** What makes one text of another: all between what both begin with and what both end with. */
function difference(old: string, text: string): { from: number; to: number; insert: string } {
  const most = Math.min(old.length, text.length);
  let from = 0;
  while (from < most && old[from] === text[from]) {
    from++;
  }
  let same = 0;
  while (same < most - from && old[old.length - 1 - same] === text[text.length - 1 - same]) {
    same++;
  }
  return { from, to: old.length - same, insert: text.slice(from, text.length - same) };
}

const cursor = (view: EditorView): Spot => spot(view.state.doc, view.state.selection.main.head);

export class TextEditor {
  private readonly states = new Map<string, EditorState>();
  private readonly scrolled = new Map<string, StateEffect<unknown>>();
  private view: EditorView | null = null;
  private file = '';

  constructor(private readonly hooks: Hooks) {}

  attach(parent: HTMLElement): void {
    this.view = new EditorView({ parent, state: EditorState.create({ extensions: basis('…') }) });
  }

  detach(): void {
    this.keep();
    this.view?.destroy();
    this.view = null;
    this.file = '';
  }

  /** Shows a file. What is unsaved in it was typed here, and wins over what is given. */
  show(file: string, text: string): void {
    if (!this.view) {
      return;
    }
    if (file !== this.file) {
      this.keep();
      this.file = file;
      this.view.scrollDOM.scrollTop = 0;
      this.view.setState(this.states.get(file) ?? this.begin(file, text));
      this.speak();
      this.view.dispatch({ effects: this.scrolled.get(file) ?? [] });
    }
    this.replace(file, text);
  }

  replace(file: string, text: string): void {
    const old = this.view?.state.doc.toString();
    if (old !== undefined && file === this.file && old !== text) {
      this.view!.dispatch({ changes: difference(old, text) });
    }
  }

  mark(diagnostics: (state: EditorState) => Diagnostic[]): void {
    if (this.view) {
      this.view.dispatch(setDiagnostics(this.view.state, diagnostics(this.view.state)));
    }
  }

  /** Says what became of the scenarios of a file, if it is still the one that is shown. */
  tell(file: string, hints: Hint[]): void {
    if (this.view && file === this.file) {
      this.view.dispatch({ effects: shownResults(this.view.state, hints) });
    }
  }

  /** Speaks as the page does, panels that are opened from now on too. */
  speak(): void {
    this.view?.dispatch({ effects: respeak() });
  }

  focus(): void {
    this.view?.focus();
  }

  /** Where the cursor is. */
  get cursor(): Spot {
    return this.view ? cursor(this.view) : { line: 1, column: 1 };
  }

  /** What stands at a place. */
  word(range: Range): string {
    const { from, to } = this.view ? span(this.view.state.doc, range) : { from: 0, to: 0 };
    return this.view?.state.sliceDoc(from, to) ?? '';
  }

  reveal(line: number, column = 1): void {
    if (this.view) {
      const at = offset(this.view.state.doc, line, column);
      this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      this.view.focus();
    }
  }

  apply(edits: TextEdit[]): void {
    const view = this.view;
    view?.dispatch({ changes: edits.map(edit => ({ ...span(view.state.doc, edit.range), insert: edit.text })) });
  }

  private keep(): void {
    if (this.view && this.file) {
      this.states.set(this.file, this.view.state);
      this.scrolled.set(this.file, this.view.scrollSnapshot());
    }
  }

  private begin(file: string, doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        basis(file),
        lineNumbers(),
        lintGutter(),
        foldGutter(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        completion(file),
        meaning(file),
        results,
        language(file),
        keymap.of([
          {
            key: 'Mod-s',
            run: () => {
              this.hooks.save(file);
              return true;
            },
            preventDefault: true,
          },
          {
            key: 'F12',
            run: view => {
              this.hooks.define(file, cursor(view));
              return true;
            },
          },
          {
            key: 'F2',
            run: view => {
              this.hooks.rename(file, cursor(view));
              return true;
            },
          },
          {
            key: 'Shift-F12',
            run: view => {
              this.hooks.refer(file, cursor(view));
              return true;
            },
          },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.domEventHandlers({
          click: (event, view) => {
            const position = event.ctrlKey || event.metaKey ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null;
            if (position !== null) {
              this.hooks.define(file, spot(view.state.doc, position));
            }
            return position !== null;
          },
        }),
        EditorView.updateListener.of(update => {
          if (update.docChanged) {
            this.hooks.changed(file, update.state.doc.toString());
          }
        }),
      ],
    });
  }
}

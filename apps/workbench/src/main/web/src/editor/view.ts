// The editor of one text after another. Each text keeps its own undo and its place while others are looked at.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { say } from '../words';
import { drl } from './drl';
import { look, nonce } from './look';
import { completion, meaning, offset, span, spot, type Spot } from './services';
import { type TextEdit } from '../server';

export interface Hooks {
  changed(file: string, text: string): void;
  save(file: string): void;
  define(file: string, at: Spot): void;
  refer(file: string, at: Spot): void;
}

const language = (file: string): Extension => file.endsWith('.drl') ? drl : /\.ya?ml$/.test(file) ? yaml() : markdown();

/** What every text has, and the empty one before the first: the permitted styles and a name for those who hear the page. */
const basis = (file: string): Extension => [EditorView.cspNonce.of(nonce), look,
  EditorView.contentAttributes.of(() => ({ 'aria-label': say('editor.text', file), spellcheck: 'false', tabindex: '0' }))];

export class TextEditor {
  private readonly states = new Map<string, EditorState>();
  private view: EditorView | null = null;
  private file = '';

  constructor(private readonly hooks: Hooks) { }

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
      this.view.setState(this.states.get(file) ?? this.begin(file, text));
    }
    this.replace(file, text);
  }

  replace(file: string, text: string): void {
    const doc = this.view?.state.doc;
    if (doc && file === this.file && doc.toString() !== text) {
      this.view!.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
    }
  }

  /** Forgets the undo of a file, when its text comes from elsewhere. */
  forget(file: string): void {
    this.states.delete(file);
  }

  text(): string {
    return this.view?.state.doc.toString() ?? '';
  }

  mark(diagnostics: (state: EditorState) => Diagnostic[]): void {
    if (this.view) {
      this.view.dispatch(setDiagnostics(this.view.state, diagnostics(this.view.state)));
    }
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
    }
  }

  private begin(file: string, doc: string): EditorState {
    const at = (view: EditorView) => spot(view.state.doc, view.state.selection.main.head);
    return EditorState.create({
      doc,
      extensions: [
        basis(file), lineNumbers(), lintGutter(), foldGutter(), highlightActiveLineGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(),
        closeBrackets(), highlightActiveLine(), highlightSelectionMatches(), completion(file), meaning(file), language(file),
        keymap.of([
          { key: 'Mod-s', run: () => { this.hooks.save(file); return true; }, preventDefault: true },
          { key: 'F12', run: view => { this.hooks.define(file, at(view)); return true; } },
          { key: 'Shift-F12', run: view => { this.hooks.refer(file, at(view)); return true; } },
          ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap,
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

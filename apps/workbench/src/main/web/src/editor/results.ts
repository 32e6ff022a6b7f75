// What became of each scenario, said behind its title while it is being edited.
import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { type Hint } from '../server';
import { span } from './services';

class Result extends WidgetType {
  constructor(private readonly hint: Hint) {
    super();
  }

  override eq(other: Result): boolean {
    return other.hint.text === this.hint.text && other.hint.holds === this.hint.holds && other.hint.detail === this.hint.detail;
  }

  override toDOM(): HTMLElement {
    const shown = document.createElement('span');
    shown.className = this.hint.holds ? 'result' : 'result bad';
    shown.textContent = `${this.hint.holds ? '\u2713' : '\u2717'} ${this.hint.text}`;
    shown.title = this.hint.detail;
    return shown;
  }
}

const put = StateEffect.define<DecorationSet>();

/** Where results stand; they move with the text until the next ones come. */
export const results = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, change) => change.effects.reduce((so, effect) => (effect.is(put) ? effect.value : so), shown.map(change.changes)),
  provide: field => EditorView.decorations.from(field),
});

export function shownResults(state: EditorState, hints: Hint[]): StateEffect<DecorationSet> {
  return put.of(
    Decoration.set(
      hints.map(hint => Decoration.widget({ widget: new Result(hint), side: 1 }).range(span(state.doc, hint.range).to)),
      true,
    ),
  );
}

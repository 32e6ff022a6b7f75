// What the editor asks the server of a place: what may stand there, what it means, where it is defined, and how problems are put right.
import { autocompletion, pickedCompletion, type Completion as Choice, type CompletionContext } from '@codemirror/autocomplete';
import { type Text } from '@codemirror/state';
import { hoverTooltip, type EditorView } from '@codemirror/view';
import { unsaved } from '../copy';
import { post, type Completion, type Fix, type Hint, type Place, type Range, type TextEdit } from '../server';
import { markdown } from './markdown';
import { applyEdits } from './places';

export interface Spot {
  line: number;
  column: number;
}

export function offset(doc: Text, line = 1, column = 1): number {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(found.from + Math.max(0, column - 1), found.to);
}

export function spot(doc: Text, at: number): Spot {
  const line = doc.lineAt(at);
  return { line: line.number, column: at - line.from + 1 };
}

/** Where a problem is marked: from its place to the end of the word there, or the place alone. */
export function marked(doc: Text, line?: number, column?: number): { from: number; to: number } {
  const from = offset(doc, line, column);
  const rest = doc.sliceString(from, doc.lineAt(from).to);
  const length = /^(?:"[^"]*"?|[@$]?[\p{L}\p{N}_][\p{L}\p{N}_.-]*|\S)/u.exec(rest)?.[0].length ?? 0;
  return { from, to: from + length };
}

export function span(doc: Text, range: Range): { from: number; to: number } {
  return { from: offset(doc, range.line, range.column), to: offset(doc, range.endLine, range.endColumn) };
}

const asked = <T>(what: string, file: string, at: Spot): Promise<T | null> =>
  post<T>(`/api/${what}`, { unsaved: unsaved.value, file, ...at }).catch(() => null);

export const definitions = async (file: string, at: Spot): Promise<Place[]> =>
  (await asked<{ places: Place[] }>('definition', file, at))?.places ?? [];

export const references = async (file: string, at: Spot): Promise<Place[]> =>
  (await asked<{ places: Place[] }>('references', file, at))?.places ?? [];

/** The word that can be renamed at a place; refused with the reason where there is none. */
export const renamable = (file: string, at: Spot): Promise<Place & Range> =>
  post<Place & Range>('/api/renamed', { unsaved: unsaved.value, file, ...at });

/** What gives that word another name, by the files to be changed; refused with the reason where it would bring a mistake. */
export const renamed = async (file: string, at: Spot, to: string): Promise<Record<string, TextEdit[]>> =>
  (await post<{ edits: Record<string, TextEdit[]> }>('/api/rename', { unsaved: unsaved.value, file, ...at, to })).edits;

/** What became of the scenarios of a file, each at its place. */
export const hints = async (file: string): Promise<Hint[]> =>
  (await post<{ hints: Hint[] }>('/api/hints', { unsaved: unsaved.value, file }).catch(() => null))?.hints ?? [];

export async function fixes(): Promise<Fix[]> {
  return (await post<{ fixes: Fix[] }>('/api/fixes', { unsaved: unsaved.value }).catch(() => null))?.fixes ?? [];
}

const KINDS: Record<string, string> = {
  FACT: 'class',
  FINDING: 'interface',
  COMPONENT: 'property',
  CONSTANT: 'constant',
  FUNCTION: 'function',
  CLAUSE: 'text',
};

export const completion = (file: string) =>
  autocompletion({
    icons: false,
    override: [
      async (context: CompletionContext) => {
        const before = context.matchBefore(/[@$\p{L}\p{N}_.-]+/u);
        if (!before && !context.explicit && !context.matchBefore(/[(,"=<>]\s?/)) {
          return null;
        }
        const answer = await asked<{ completions: Completion[] }>('complete', file, spot(context.state.doc, context.pos));
        const first = answer?.completions[0];
        if (!answer || !first || context.aborted) {
          return null;
        }
        return {
          from: span(context.state.doc, first.from).from,
          options: answer.completions.map(each => choice(file, each)),
          validFor: /^[@$\p{L}\p{N}_.-]*$/u,
        };
      },
    ],
  });

function choice(file: string, each: Completion): Choice {
  return {
    label: each.label,
    apply: (view, picked, from, to) => put(view, picked, file, each, from, to),
    detail: each.detail,
    type: KINDS[each.kind],
    info: each.documentation ? () => markdown(each.documentation ?? '') : undefined,
  };
}

/** Puts a completion in, with what goes with it, such as an import; in other files too. */
function put(view: EditorView, picked: Choice, file: string, { insert, also = {} }: Completion, from: number, to: number): void {
  const { [file]: here = [], ...elsewhere } = also;
  const changes = view.state.changes([
    { from, to, insert },
    ...here.map(edit => ({ ...span(view.state.doc, edit.range), insert: edit.text })),
  ]);
  view.dispatch({ changes, selection: { anchor: changes.mapPos(from, -1) + insert.length }, annotations: pickedCompletion.of(picked) });
  void applyEdits(elsewhere);
}

export const meaning = (file: string) =>
  hoverTooltip(async (view, at) => {
    const answer = await asked<{ markdown: string; range: Range }>('hover', file, spot(view.state.doc, at));
    if (!answer?.markdown) {
      return null;
    }
    const { from, to } = span(view.state.doc, answer.range);
    return { pos: from, end: to, above: true, create: () => ({ dom: markdown(answer.markdown) }) };
  });

// Going to a place of a text, and putting right what is wrong there.
import { go } from '../address';
import { type Fix, type Problem, type TextEdit } from '../server';
import { open, textOf, typed } from './files';
import { type TextEditor } from './view';

let revealed: URLSearchParams | null = null;

export function reveal(editor: TextEditor, to: URLSearchParams): void {
  if (revealed !== to && to.get('line')) {
    revealed = to;
    editor.reveal(Number(to.get('line')), Number(to.get('column') ?? 1));
  }
}

export function show(place: { file: string; line?: number; column?: number }): void {
  revealed = null;
  go('editor', { file: place.file, line: place.line, column: place.column });
}

export const sameProblem = (one: Problem, other: Problem): boolean =>
  one.code === other.code && one.file === other.file && one.line === other.line && one.column === other.column;

/** Puts a problem right in the texts of the editor; nothing is saved by it. */
export const applyFix = (fix: Fix): void => void applyEdits(fix.edits);

export async function applyEdits(edits: Record<string, TextEdit[]>): Promise<void> {
  for (const [file, each] of Object.entries(edits)) {
    await open(file);
    typed(file, edited(textOf(file) ?? '', each));
  }
}

function edited(text: string, edits: TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return edits
    .map(({ range, text: put }) => ({ from: at(range.line, range.column), to: at(range.endLine, range.endColumn), put }))
    .sort((one, other) => other.from - one.from)
    .reduce((so, { from, to, put }) => so.slice(0, from) + put + so.slice(to), text);
}

// Going to a place of a text, and putting right what is wrong there.
import { go } from '../address';
import { type Fix, type Problem } from '../server';
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
export function applyFix(fix: Fix): void {
  void Promise.all(Object.entries(fix.edits).map(async ([file, edits]) => {
    await open(file);
    const lines = (textOf(file) ?? '').split('\n');
    const at = (line: number, column: number) => lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    const later = [...edits].sort((a, b) => at(b.range.line, b.range.column) - at(a.range.line, a.range.column));
    typed(file, later.reduce((text, { range, text: put }) =>
      text.slice(0, at(range.line, range.column)) + put + text.slice(at(range.endLine, range.endColumn)), lines.join('\n')));
  }));
}

// The colours of rule files: words of DRL, annotations, texts, numbers, bindings and the names of facts and findings.
import { StreamLanguage, type StreamParser } from '@codemirror/language';

interface State {
  comment: boolean;
}

const KEYWORDS = new Set([
  'package',
  'import',
  'static',
  'rule',
  'when',
  'then',
  'end',
  'not',
  'exists',
  'forall',
  'accumulate',
  'declare',
  'enum',
  'and',
  'or',
  'in',
  'contains',
  'memberOf',
  'matches',
  'init',
  'action',
  'result',
  'new',
]);
const ATOMS = new Set(['true', 'false', 'null']);

const parser: StreamParser<State> = {
  name: 'drl',
  startState: () => ({ comment: false }),
  token(stream, state) {
    if (state.comment) {
      state.comment = !stream.match(/^.*?\*\//);
      if (state.comment) {
        stream.skipToEnd();
      }
      return 'comment';
    }
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) {
      state.comment = true;
      return 'comment';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) {
      return 'string';
    }
    if (stream.match(/^@\w+/)) {
      return 'meta';
    }
    if (stream.match(/^\$\w+/)) {
      return 'variableName';
    }
    if (stream.match(/^\d+(\.\d+)?/)) {
      return 'number';
    }
    const word = stream.match(/^[\p{L}_][\p{L}\d_]*/u) as RegExpMatchArray | null;
    if (word) {
      const name = word[0];
      return KEYWORDS.has(name)
        ? 'keyword'
        : ATOMS.has(name)
          ? 'atom'
          : /^[A-Z][A-Z\d_]+$/.test(name)
            ? 'variableName.constant'
            : /^\p{Lu}/u.test(name)
              ? 'typeName'
              : 'propertyName';
    }
    if (stream.match(/^(?:[<>=!]=?|&&|\|\|)/)) {
      return 'operator';
    }
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } }, closeBrackets: { brackets: ['(', '[', '"'] } },
};

export const drl = StreamLanguage.define(parser);

// What the server of the bench answers. The shapes are those of its routes.
import { lang } from './address';

export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
export type Range = Omit<Place, 'file'>;
export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  file: string;
  line?: number;
  column?: number;
  message: string;
  advice?: string;
}
export interface CopyFile {
  path: string;
  kind: string;
  version: string;
}
export interface ClauseText {
  id: string;
  section: string;
  text: string;
  file?: string;
  line?: number;
}
export interface Copy {
  directory: string;
  edition?: string;
  fingerprint?: string;
  version: number;
  sound: boolean;
  git: boolean;
  zone?: string;
  files: CopyFile[];
  problems: Problem[];
  scenarios?: Count;
  sections: { id: string; title: string }[];
  clauses: ClauseText[];
}
export interface Count {
  total: number;
  failed: number;
  undecided: number;
}
export interface Failure {
  title: string;
  file: string;
  line: number;
  outcome: string;
  message: string;
}
export interface Check {
  sound: boolean;
  edition?: string;
  fingerprint?: string;
  problems: Problem[];
  scenarios?: Count & { failures: Failure[] };
}
export interface FileText {
  path: string;
  kind: string;
  version: string;
  text: string;
}
export interface Saved {
  path: string;
  version: string;
  merged?: boolean;
  text?: string;
  line?: number;
}
export interface Conflict {
  path: string;
  version?: string;
  theirs?: string;
  yours: string;
  base?: string;
  conflicts: number;
}

export interface Completion {
  label: string;
  insert: string;
  kind: string;
  detail?: string;
  documentation?: string;
  from: Range;
  also?: Record<string, TextEdit[]>;
}
export interface TextEdit {
  range: Range;
  text: string;
}
export interface Hint {
  holds: boolean;
  text: string;
  detail: string;
  range: Range;
}
export interface Fix {
  title: string;
  problem: Problem;
  edits: Record<string, TextEdit[]>;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  enum?: string[];
  const?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
}
export interface RuleRef {
  id: string;
  sentence: string;
  clause: string;
  file: string;
  line: number;
}
export interface Word {
  kind: string;
  name: string;
  key?: string;
  words: string;
  declared: boolean;
  components: { name: string; type: string; ask?: string }[];
  constants: { name: string; words: string }[];
  readBy: RuleRef[];
  concludedBy: RuleRef[];
}

export interface ReasonNode {
  says: string;
  rules?: ReasonRule[];
  fact?: string;
  again?: boolean;
}
export interface ReasonRule extends RuleRef {
  text: string;
  readings: { id: string; contested: boolean; adopted: string }[];
  because: ReasonNode[];
}
export interface ReasonSection {
  section: string;
  label: string;
  undetermined: boolean;
  says?: string;
  answers: ReasonNode[];
}
export interface Question {
  path: string;
  ask: string;
  answerer: 'CUSTOMER' | 'DESK' | 'SYSTEM';
  kind: string;
  answers: string;
  choices: { value: string; words: string }[];
}
export interface Tried {
  decision: { validUntil?: string; [key: string]: Json | undefined };
  reasons: ReasonSection[];
  letter: string;
  explanation: string;
  notes: string[];
  ignored: string[];
  questions: Question[];
}
export interface FactChange {
  path: string;
  from?: Json;
  to?: Json;
}
export interface WhyNot {
  asked: string;
  others: string[];
  holds: boolean;
  changes: FactChange[][];
  most: number;
  stopped: boolean;
  text: string;
  rules: { id: string; clause: string; rule: string; failed: { condition: string; file: string; line: number; looked: string[] }[] }[];
}
export interface Told {
  text: string;
}
export interface Timeline extends Told {
  asOf: string;
  changes: { at: string; clauses: string[] }[];
}

export interface Scenario {
  title: string;
  file: string;
  line: number;
  outcome: 'passed' | 'failed' | 'undecided';
  message?: string;
  clauses: string[];
}
export interface Scenarios extends Count {
  version: number;
  scenarios: Scenario[];
}
export interface TableRef {
  file: string;
  line: number;
  title: string;
  rows: number;
}
export interface Table {
  file: string;
  line: number;
  title: string;
  version: string;
  columns: { kind: string; path: string }[];
  rows: { cells: Json[]; line?: number }[];
}

export type JobName = 'changes' | 'coverage' | 'mutants' | 'replay';
export interface Job<R = unknown> {
  job: JobName;
  state: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  stale?: boolean;
  done?: number;
  total?: number;
  detail?: string;
  against?: string;
  result?: R;
}
export interface Difference {
  answer: string;
  label: string;
  before?: Json;
  after?: Json;
  words?: string;
  /** Of a list: whether something goes from it, and whether something comes to it. */
  gone?: boolean;
  come?: boolean;
}
export interface Change {
  clauses: string[];
  answers: string[];
  count: number;
  facts: Json;
  ticketWords?: string[];
  differences?: Difference[];
  from?: string;
  until?: string;
}
export interface Edit {
  kind: string;
  what: string;
  clause?: string;
  rule?: string;
  before?: string;
  after?: string;
}
export interface Changes {
  tried: number;
  undecided: number;
  edits: Edit[];
  changes: Change[];
}
export interface RuleTried {
  rule: RuleRef;
  fired: number;
  silent: number;
  conditions: { text: string; line: number; held: boolean; failed: boolean; outcome: string }[];
}
export interface Covered {
  scenarios: number;
  rules: number;
  rulesTried: number;
  conditions: number;
  conditionsTried: number;
  untried: RuleTried[];
  tried: RuleTried[];
}
export interface Mutants {
  mutants: number;
  refused: number;
  noticed: number;
  survivors: { rule: string; file: string; line: number; what: string; facts?: Json }[];
}
export interface Replayed {
  tickets: number;
  changed: number;
  changedTickets: number;
  undecided: number;
  answers: Record<string, Record<string, number>>;
  changes: Change[];
  problems: { line: number; message: string }[];
}
export interface Revision {
  id: string;
  short: string;
  when: string;
  who: string;
  message: string;
  names: string[];
}

/** An answer that is a refusal, with what the server said. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      detail?: string;
      errors?: { detail: string; advice?: string; pointer?: string; line?: number; column?: number; cell?: string }[];
      problems?: Problem[];
    },
  ) {
    super(body.detail ?? String(status));
  }

  /** All that was said, one a line. */
  get lines(): string[] {
    const errors = (this.body.errors ?? []).map(each =>
      [each.cell, each.line && `${each.line}:${each.column ?? 1}`, each.pointer, each.detail, each.advice].filter(Boolean).join('  '),
    );
    const problems = (this.body.problems ?? []).map(each => `${each.file}:${each.line ?? 1}  ${each.message}`);
    return [...errors, ...problems].length ? [...errors, ...problems] : [this.message];
  }
}

/** Asks the server, in the language of the page. A body that is no Blob goes as JSON. */
export async function ask<T>(method: string, path: string, body?: unknown, type = 'application/json'): Promise<T> {
  const url = new URL(path, location.origin);
  url.searchParams.set('lang', lang.value);
  const blob = body instanceof Blob;
  const answer = await fetch(url, {
    method,
    headers: method === 'GET' ? {} : { 'Content-Type': type },
    body: body === undefined ? undefined : blob ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = /json/.test(answer.headers.get('Content-Type') ?? '');
  if (!answer.ok) {
    throw new Refused(answer.status, json ? JSON.parse(text) : { detail: text || answer.statusText });
  }
  return (text && json ? JSON.parse(text) : text || undefined) as T;
}

export const get = <T>(path: string): Promise<T> => ask<T>('GET', path);
export const post = <T>(path: string, body: unknown): Promise<T> => ask<T>('POST', path, body);
export const filePath = (path: string): string => `/api/files/${path.split('/').map(encodeURIComponent).join('/')}`;

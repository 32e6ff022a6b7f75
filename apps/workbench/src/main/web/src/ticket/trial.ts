// The ticket being tried: its facts as JSON, which form and text share, and what is decided about it while rules are edited.
import { computed, effect, signal } from '@preact/signals';
import { lang } from '../address';
import { edition, sound, unsaved } from '../copy';
import { post, Refused, type Json, type Schema, type Tried, type Word } from '../server';
import { offset } from './shape';

type Facts = { [key: string]: Json };
const KEPT = 'bench.ticket';
const MINUTE = 60_000;

function begin(): string {
  const now = new Date();
  const wall = new Date(now.getTime() - now.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
  return JSON.stringify({ asOf: `${wall}:00${offset(`${wall}:00`, undefined)}` }, null, 2);
}

export const factsText = signal(sessionStorage.getItem(KEPT) ?? begin());
export const facts = computed<Facts | null>(() => {
  try {
    const read: unknown = JSON.parse(factsText.value);
    return read && typeof read === 'object' && !Array.isArray(read) ? (read as Facts) : null;
  } catch {
    return null;
  }
});
export const tried = signal<Tried | null>(null);
export const refused = signal<string[]>([]);
export const schema = signal<Schema | null>(null);
export const glossary = signal<Word[]>([]);
/** What may be asked for by why-not, beside clauses. */
export const answers = signal<string[]>([]);

export function take(ticket: Json): void {
  factsText.value = JSON.stringify(ticket, null, 2);
}

export function clear(): void {
  factsText.value = begin();
}

/** What goes into a request about the ticket: as it was typed, so that mistakes have their place. */
export const given = () => ({ facts: factsText.value, unsaved: unsaved.value });

const steps = (path: string): (string | number)[] =>
  [...path.matchAll(/([^.[\]]+)/g)].map(([step]) => (/^\d+$/.test(step!) ? Number(step) : step!));

export function at(path: string): Json | undefined {
  return steps(path).reduce<Json | undefined>(
    (value, step) => (value && typeof value === 'object' ? (value as Record<string | number, Json>)[step] : undefined),
    facts.value as Json,
  );
}

/** Puts a value where a path says, and takes away what is left empty by it. */
export function put(path: string, value: Json | undefined): void {
  if (facts.value) {
    take(changed(facts.value as Json, steps(path), value) ?? {});
  }
}

function changed(whole: Json | undefined, [step, ...rest]: (string | number)[], value: Json | undefined): Json | undefined {
  if (step === undefined) {
    return value;
  }
  const list = typeof step === 'number';
  const part = (whole ?? (list ? [] : {})) as Record<string | number, Json>;
  const inner = changed(part[step], rest, value);
  if (list) {
    const all = [...(part as unknown as Json[])];
    inner === undefined ? all.splice(step, 1) : (all[step] = inner);
    return all.length ? all : undefined;
  }
  const { [step]: _, ...others } = part;
  return inner === undefined ? (Object.keys(others).length ? others : undefined) : { ...part, [step]: inner };
}

/** Keeps the ticket decided as long as somebody looks at it. */
export function decide(): () => void {
  const ends = [
    effect(() => sessionStorage.setItem(KEPT, factsText.value)),
    effect(() => {
      void [edition.value, lang.value];
      const texts = unsaved.value;
      const timer = setTimeout(() => void learn(texts), 150);
      return () => clearTimeout(timer);
    }),
    effect(() => {
      void [edition.value, lang.value, sound.value];
      const body = given();
      const timer = setTimeout(() => void decided(body), 150);
      return () => clearTimeout(timer);
    }),
  ];
  return () => ends.forEach(end => end());
}

async function learn(texts: Record<string, string>): Promise<void> {
  const [read, words] = await Promise.all([
    post<Schema>('/api/schema', { unsaved: texts }),
    post<{ words: Word[]; answers: string[] }>('/api/facts', { unsaved: texts }),
  ]).catch(() => [null, null]);
  schema.value = read ?? schema.value;
  glossary.value = words?.words ?? glossary.value;
  answers.value = words?.answers ?? answers.value;
}

let asked = 0;

async function decided(body: unknown): Promise<void> {
  const mine = ++asked;
  try {
    const answer = await post<Tried>('/api/ticket', body);
    if (mine === asked) {
      tried.value = answer;
      refused.value = [];
    }
  } catch (e) {
    if (mine === asked) {
      refused.value = e instanceof Refused ? e.lines : [String(e)];
    }
  }
}

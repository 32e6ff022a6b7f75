// The working copy as it stands, what is being edited in it, and what both come to. Unsaved texts outlive the page.
import { batch, computed, effect, signal } from '@preact/signals';
import { lang } from './address';
import { keep, takeOver, type Drafts } from './kept';
import { post, type Check, type Copy, type Failure, type Job, type JobName, type Problem } from './server';

export const copy = signal<Copy | null>(null);
export const drafts = signal<Drafts>({});
export const connected = signal(true);
/** What the texts of the editor come to, until the copy is as they are; null when nothing is being edited or it is not yet known. */
const checked = signal<Check | null>(null);
const ran = signal<{ failures: Failure[]; total: number; failed: number; undecided: number } | null>(null);
export const jobs = signal<Partial<Record<JobName, Job>>>({});
/** Counts up whenever the rules may decide otherwise than before. */
export const edition = signal(0);

export const unsaved = computed(() => Object.fromEntries(Object.entries(drafts.value).map(([path, draft]) => [path, draft.text])));
export const isEdited = computed(() => Object.keys(drafts.value).length > 0);
export const problems = computed<Problem[]>(() => (checked.value ?? copy.value)?.problems ?? []);
export const errors = computed(() => problems.value.filter(problem => problem.severity === 'error'));
export const sound = computed(() => (checked.value ?? copy.value)?.sound ?? false);
export const scenarioCount = computed(() => (isEdited.value ? checked.value?.scenarios : (ran.value ?? copy.value?.scenarios)));
export const failures = computed(() => (isEdited.value ? checked.value?.scenarios?.failures : ran.value?.failures) ?? []);

export function keepDraft(path: string, text: string | null, base: string): void {
  const { [path]: old, ...rest } = drafts.value;
  if (text !== null || old) {
    drafts.value = text === null ? rest : { ...rest, [path]: { text, base } };
  }
}

/** How grave what was found is, as the name of its look. */
export const gravest = (found: Problem[]): 'bad' | 'warn' => (found.some(problem => problem.severity === 'error') ? 'bad' : 'warn');

export function problemsOf(path: string): Problem[] {
  return problems.value.filter(problem => problem.file === path);
}

export function follow(): void {
  effect(() => keep(drafts.value));
  addEventListener('beforeunload', event => {
    if (isEdited.value) {
      event.preventDefault();
    }
  });
  effect(listen);
  effect(checkSoon);
}

const RETRY_MILLIS = 3000;
/** Counts how often the connection was begun anew, since a browser does not after a refusal. */
const tries = signal(0);
let taken = false;

function listen(): () => void {
  void tries.value;
  const events = new EventSource(`/api/events?lang=${lang.value}`);
  let retry = 0;
  events.onopen = () => {
    connected.value = true;
  };
  events.onerror = () => {
    connected.value = false;
    if (events.readyState === EventSource.CLOSED) {
      retry = setTimeout(() => {
        tries.value = tries.peek() + 1;
      }, RETRY_MILLIS);
    }
  };
  events.addEventListener('copy', event =>
    batch(() => {
      const seen: Copy = JSON.parse(event.data);
      const isAnother = seen.version !== copy.peek()?.version;
      ran.value = seen.scenarios ? ran.value : null;
      copy.value = seen;
      checked.value = isEdited.value ? checked.value : null;
      edition.value = edition.peek() + (isAnother ? 1 : 0);
      if (!taken) {
        taken = true;
        void takeOver(seen.directory, left => {
          drafts.value = { ...left, ...drafts.peek() };
        });
      }
    }),
  );
  events.addEventListener('scenarios', event => {
    ran.value = JSON.parse(event.data);
  });
  events.addEventListener('job', event => {
    const job: Job = JSON.parse(event.data);
    jobs.value = { ...jobs.value, [job.job]: job };
  });
  return () => {
    clearTimeout(retry);
    events.close();
  };
}

let asked = 0;
let wasEdited = false;

function checkSoon(): () => void {
  const texts = unsaved.value;
  void copy.value?.version;
  void lang.value;
  if (wasEdited && !isEdited.value) {
    edition.value = edition.peek() + 1;
  }
  wasEdited = isEdited.value;
  const timer = setTimeout(() => (isEdited.value ? void check(texts) : (checked.value = null)), isEdited.value ? 200 : 2000);
  return () => clearTimeout(timer);
}

async function check(texts: Record<string, string>): Promise<void> {
  const mine = ++asked;
  for (const scenarios of [false, true]) {
    const answer = await post<Check>('/api/check', { unsaved: texts, scenarios }).catch(() => null);
    if (!answer || mine !== asked || !isEdited.value) {
      return;
    }
    checked.value = answer;
    if (!scenarios) {
      edition.value = edition.peek() + 1;
    }
    if (!answer.sound) {
      return;
    }
  }
}

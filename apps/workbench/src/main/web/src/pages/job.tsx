// Work that the server does for a while: begun, followed, stopped, and its latest result.
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { lang } from '../address';
import { jobs } from '../copy';
import { ask, get, Refused, type Job, type JobName } from '../server';
import { Refusals } from '../Refusals';
import { say } from '../words';

export function useJob<R>(name: JobName) {
  const latest = useSignal<Job<R> | null>(null);
  /** Counts the answers, so that what rests on them is read anew. */
  const round = useSignal(0);
  const refused = useSignal<string[]>([]);
  const state = useComputed(() => jobs.value[name]?.state);
  useSignalEffect(() => {
    void [state.value, lang.value];
    let stopped = false;
    void get<Job<R>>(`/api/${name}`).then(
      job => {
        if (!stopped) {
          latest.value = job;
          round.value = round.peek() + 1;
        }
      },
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  });
  const begin = async (path: string, body: unknown, type?: string) => {
    try {
      refused.value = [];
      await ask('POST', path, body, type);
    } catch (e) {
      refused.value = e instanceof Refused ? e.lines : [String(e)];
    }
  };
  return { latest, round, refused, begin, stop: () => ask('DELETE', `/api/${name}`).catch(() => undefined) };
}

/** How far it is, for eyes and ears. */
export function Progress({ name, job, refused, stop }: { name: JobName; job: Job | null; refused: string[]; stop: () => void }) {
  const told = jobs.value[name];
  const now = told?.state === 'running' ? told : job;
  const running = now?.state === 'running';
  return (
    <>
      <Refusals lines={refused} />
      {running && (
        <p class="progress">
          <progress aria-label={say('job.running')} value={now.total ? (now.done ?? 0) : undefined} max={now.total || 1} />
          {now.total ? <span>{say('job.done', now.done ?? 0, now.total)}</span> : null}
          <button type="button" onClick={stop}>
            {say('job.stop')}
          </button>
        </p>
      )}
      <p class="said" role="status">
        {running
          ? say('job.running')
          : now?.state === 'failed'
            ? (now.detail ?? say('job.failed'))
            : now?.state === 'cancelled'
              ? say('job.cancelled')
              : job?.stale
                ? say('job.stale')
                : ''}
      </p>
    </>
  );
}

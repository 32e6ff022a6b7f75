import { useSignal } from '@preact/signals';
import { type Replayed } from '../server';
import { say } from '../words';
import { Bar } from './Bar';
import { Against, ChangeCard } from './ChangesPage';
import { Progress, useJob } from './job';

/** Real tickets, a file dropped on the page, decided by the edited rules and by those that they are held against. */
export function ReplayPage() {
  const { latest, refused, begin, stop } = useJob<Replayed>('replay');
  const against = useSignal('standard');
  const over = useSignal(false);
  const name = useSignal('');
  const send = (file: File | null | undefined) => {
    if (file) {
      name.value = file.name;
      void begin(`/api/replay?against=${encodeURIComponent(against.value)}`, file, 'application/x-ndjson');
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    over.value = false;
    send(event.dataTransfer?.files[0]);
  };
  const result = latest.value?.result;
  return (
    <div
      class={over.value ? 'page over' : 'page'}
      onDragOver={event => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={drop}
    >
      <header class="bar">
        <h1>{say('page.replay')}</h1>
        <Against chosen={against} />
      </header>
      <label class="drop">
        <span>{say('replay.drop')}</span>
        <span class="button">{say('replay.choose')}</span>
        <input
          class="heard"
          type="file"
          accept=".jsonl,.ndjson,.json"
          onChange={event => {
            send(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {name.value && <span class="quiet">{name.value}</span>}
      </label>
      <Progress name="replay" job={latest.value} refused={refused.value} stop={stop} />
      {result && (
        <>
          <p role="status">{say('replay.count', result.tickets, result.changedTickets, result.undecided)}</p>
          {result.problems.length > 0 && (
            <ul class="refused">
              {result.problems.map(each => (
                <li>
                  {each.line}: {each.message}
                </li>
              ))}
            </ul>
          )}
          {result.changes.length > 0 && (
            <>
              <h2>{say('replay.changes')}</h2>
              <div class="cards">
                {result.changes.map(change => (
                  <ChangeCard change={change} />
                ))}
              </div>
            </>
          )}
          <h2>{say('replay.answers')}</h2>
          <div class="counts">
            {Object.entries(result.answers).map(([section, answers]) => (
              <section class="bars">
                <h3>{section}</h3>
                {Object.entries(answers)
                  .sort(([, a], [, b]) => b - a)
                  .map(([answer, count]) => (
                    <Bar label={answer} part={count} whole={result.tickets} />
                  ))}
              </section>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

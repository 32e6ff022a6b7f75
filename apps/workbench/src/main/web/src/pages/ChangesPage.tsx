import { useSignal, useSignalEffect } from '@preact/signals';
import { go, lang } from '../address';
import { copy, edition, sound, unsaved } from '../copy';
import { get, type Change, type Changes, type Difference, type Edit, type Json, type Revision } from '../server';
import { take } from '../ticket/trial';
import { Tabs } from '../Tabs';
import { say } from '../words';
import { Progress, useJob } from './job';

/** What the edit changes, against the standard policy or an earlier revision; compared anew after each edit. */
export function ChangesPage() {
  const { latest, round, refused, begin, stop } = useJob<Changes>('changes');
  const against = useSignal('standard');
  const shown = useSignal('changes');
  useSignalEffect(() => {
    void edition.value;
    const body = { against: against.value, unsaved: unsaved.value };
    const timer = sound.value ? setTimeout(() => void begin('/api/changes', body), 500) : undefined;
    return () => clearTimeout(timer);
  });
  const result = latest.value?.result;
  return (
    <div class="page">
      <header class="bar">
        <h1>{say('changes.title')}</h1>
        <Against chosen={against} />
      </header>
      {!sound.value && <p class="said">{say('changes.unsound')}</p>}
      <Progress name="changes" job={latest.value} refused={refused.value} stop={stop} />
      {result && (
        <Tabs
          chosen={shown}
          label={say('changes.title')}
          tabs={[
            ['changes', say('changes.decided', result.changes.length)],
            ['edits', say('changes.edits', result.edits.length)],
            ['memo', say('changes.memo')],
          ]}
        >
          {shown.value === 'changes' && <Decided result={result} />}
          {shown.value === 'edits' && <Edited edits={result.edits} />}
          {shown.value === 'memo' && <Memo stamp={round.value} />}
        </Tabs>
      )}
    </div>
  );
}

export function Against({ chosen }: { chosen: { value: string } }) {
  const revisions = useSignal<Revision[]>([]);
  useSignalEffect(() => {
    void copy.value?.version;
    void get<{ revisions: Revision[] }>('/api/revisions').then(
      found => {
        revisions.value = found.revisions;
      },
      () => undefined,
    );
  });
  return (
    <label class="inline">
      {say('changes.against')}
      <select
        value={chosen.value}
        onChange={event => {
          chosen.value = event.currentTarget.value;
        }}
      >
        <option value="standard">{say('changes.standard')}</option>
        {revisions.value.map(each => (
          <option value={`revision:${each.id}`}>{[each.short, ...each.names, each.message, each.who].join(' · ')}</option>
        ))}
      </select>
    </label>
  );
}

function Decided({ result }: { result: Changes }) {
  return (
    <>
      <p>
        {say('changes.tried', result.tried)}
        {result.undecided > 0 && ` ${say('changes.undecided', result.undecided)}`}
      </p>
      {result.changes.length === 0 && <p>{say('changes.none')}</p>}
      <div class="cards">
        {result.changes.map(change => (
          <ChangeCard change={change} />
        ))}
      </div>
    </>
  );
}

export function ChangeCard({ change }: { change: Change }) {
  const clauses = change.clauses.map(id => copy.value?.clauses.find(each => each.id === id) ?? { id, text: '' });
  const open = () => {
    take(change.facts);
    go('ticket');
  };
  return (
    <article class="card">
      <h2>{clauses.map(clause => clause.id).join(', ')}</h2>
      {clauses.map(clause => clause.text && <p class="quiet">{clause.text}</p>)}
      {(change.differences?.length ?? 0) > 0 ? (
        <ul>
          {change.differences!.map(each => (
            <li>{each.words ?? <Differs difference={each} />}</li>
          ))}
        </ul>
      ) : (
        <p>{change.answers.join(', ')}</p>
      )}
      {change.ticketWords && (
        <p>
          {say('changes.forTicket')} {change.ticketWords.join('; ')}
        </p>
      )}
      <p class="foot">
        <span class="quiet">{say('changes.count', change.count)}</span>
        <button type="button" onClick={open}>
          {say('changes.try')}
        </button>
      </p>
    </article>
  );
}

const plain = (value: Json | undefined): string =>
  value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

function Differs({ difference: { label, before, after, gone, come } }: { difference: Difference }) {
  const isList = gone || come;
  return (
    <>
      {label}: {(!isList || gone) && <del>{plain(before)}</del>}
      {isList ? ' ' : ' → '}
      {(!isList || come) && <ins>{plain(after)}</ins>}
    </>
  );
}

function Edited({ edits }: { edits: Edit[] }) {
  return edits.length === 0 ? (
    <p>{say('changes.noEdits')}</p>
  ) : (
    <div class="cards">
      {edits.map(edit => (
        <article class="card">
          <h2>{edit.clause ?? edit.rule}</h2>
          <p class="quiet">{[edit.what, edit.clause && edit.rule].filter(Boolean).join(' · ')}</p>
          <div class="beside">
            <section>
              <h3>{say('changes.before')}</h3>
              <pre class="told">{edit.before ?? '–'}</pre>
            </section>
            <section>
              <h3>{say('changes.after')}</h3>
              <pre class="told">{edit.after ?? '–'}</pre>
            </section>
          </div>
        </article>
      ))}
    </div>
  );
}

function Memo({ stamp }: { stamp: number }) {
  const source = `/api/changes/memo?lang=${lang.value}`;
  return (
    <>
      <p class="buttons start">
        <a class="button" href={source} target="_blank">
          {say('changes.memo.open')}
        </a>
        <a class="button" href={`/api/changes/memo.md?lang=${lang.value}`} download="memo.md">
          Markdown
        </a>
      </p>
      <iframe key={`${lang.value}${stamp}`} class="paper" src={source} title={say('changes.memo')} />
    </>
  );
}

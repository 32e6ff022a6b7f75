import { useSignal, useSignalEffect } from '@preact/signals';
import { lang, link, params, placeLink } from '../address';
import { edition, unsaved } from '../copy';
import { get, post, type Scenario, type Scenarios, type TableRef } from '../server';
import { say, type Key } from '../words';
import { TablePage } from './TablePage';

const SHOWN_AT_MOST = 100;
const CLAUSES_AT_MOST = 3;

export function ScenariosPage() {
  const table = params.value.get('table');
  return table ? <TablePage file={table} line={Number(params.value.get('line'))} /> : <All />;
}

/** Every scenario with what came of it, those that fail first; run again with each edit. */
function All() {
  const all = useSignal<Scenarios | null>(null);
  const tables = useSignal<TableRef[]>([]);
  const words = useSignal('');
  const failing = useSignal(false);
  useSignalEffect(() => {
    void [edition.value, lang.value];
    const body = { unsaved: unsaved.value };
    let stopped = false;
    const timer = setTimeout(() => {
      void post<Scenarios>('/api/scenarios', body).then(
        found => {
          all.value = stopped ? all.value : found;
        },
        () => undefined,
      );
      void get<{ tables: TableRef[] }>('/api/tables').then(
        found => {
          tables.value = stopped ? tables.value : found.tables;
        },
        () => undefined,
      );
    }, 200);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  });
  const wanted = words.value.toLowerCase();
  const fits = (each: Scenario) =>
    (!failing.value || each.outcome !== 'passed') && `${each.title} ${each.file} ${each.clauses.join(' ')}`.toLowerCase().includes(wanted);
  const found = (all.value?.scenarios ?? []).filter(fits).sort((a, b) => Number(a.outcome === 'passed') - Number(b.outcome === 'passed'));
  const counts = all.value;
  return (
    <div class="page">
      <header class="bar">
        <h1>{say('page.scenarios')}</h1>
      </header>
      <p class="said" role="status" id="scenario-count">
        {counts
          ? say('scenarios.count', counts.total, counts.total - counts.failed - counts.undecided, counts.failed + counts.undecided)
          : say('wait')}
      </p>
      <p class="inline">
        <label>
          {say('filter')}
          <input
            type="search"
            value={words.value}
            onInput={event => {
              words.value = event.currentTarget.value;
            }}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={failing.value}
            onChange={event => {
              failing.value = event.currentTarget.checked;
            }}
          />
          {say('scenarios.failing')}
        </label>
      </p>
      <div class="wideTable" tabIndex={0} role="region" aria-label={say('page.scenarios')}>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{say('scenarios.outcome')}</th>
              <th scope="col">{say('scenarios.scenario')}</th>
              <th scope="col">{say('scenarios.clauses')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN_AT_MOST).map((each, i) => (
              <Row each={each} table={firstOf(tables.value, each, found[i - 1])} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length > SHOWN_AT_MOST && <p>{say('more', found.length - SHOWN_AT_MOST)}</p>}
    </div>
  );
}

/** The table that a scenario is a row of, with the first of its rows that is shown. */
function firstOf(tables: TableRef[], each: Scenario, before: Scenario | undefined): TableRef | undefined {
  const of = (row: Scenario | undefined) => tables.find(table => table.file === row?.file && row.title.startsWith(`${table.title} [`));
  const table = of(each);
  return table === of(before) ? undefined : table;
}

function Clauses({ ids }: { ids: string[] }) {
  const all = ids.map(id => (
    <>
      <span class="clause">{id}</span>{' '}
    </>
  ));
  return ids.length <= CLAUSES_AT_MOST ? (
    <>{all}</>
  ) : (
    <details>
      <summary>{say('scenarios.clauses.count', ids.length)}</summary>
      {all}
    </details>
  );
}

/** What was decided instead, behind its place and title; the whole decision where it is asked for. */
function Instead({ message }: { message: string }) {
  const [head = '', ...whole] = message.split('\n\n');
  const lines = head.split('\n');
  const told = lines.length > 1 ? lines.slice(1).map(line => line.trim()) : lines;
  return (
    <>
      <pre class="told">{told.join('\n')}</pre>
      {whole.length > 0 && (
        <details>
          <summary>{say('outcome.whole')}</summary>
          <pre class="told">{whole.join('\n\n').trim()}</pre>
        </details>
      )}
    </>
  );
}

function Row({ each, table }: { each: Scenario; table?: TableRef }) {
  return (
    <tr class={each.outcome}>
      <td>
        <span class={`outcome ${each.outcome}`}>
          {each.outcome === 'passed' ? '✓' : '✗'} {say(`outcome.${each.outcome}` as Key)}
        </span>
      </td>
      <td>
        <a href={placeLink(each.file, each.line)}>{each.title}</a>{' '}
        <span class="quiet">
          {each.file}:{each.line}
        </span>
        {table && (
          <>
            {' '}
            <a href={link('scenarios', { table: table.file, line: table.line })}>{say('scenarios.grid')}</a>
          </>
        )}
        {each.message && <Instead message={each.message} />}
      </td>
      <td>
        <Clauses ids={each.clauses} />
      </td>
    </tr>
  );
}

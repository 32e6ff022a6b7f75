import { signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { link } from '../address';
import { copy } from '../copy';
import { ask, get, Refused, type Json, type Table } from '../server';
import { say } from '../words';

const shown = (cell: Json | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? cell : JSON.stringify(cell);

/** What was typed in a cell: JSON where it is some, nothing where it is empty, else a text. */
function read(text: string): Json {
  if (!text.trim()) {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The tables with rows that are not saved, by where they stand; they stay while other pages are looked at. */
const unsaved = signal<Record<string, Table>>({});
addEventListener('beforeunload', event => {
  if (Object.keys(unsaved.value).length) {
    event.preventDefault();
  }
});

/** The rows of one scenario as a grid, to edit here or in a program for sheets. */
export function TablePage({ file, line }: { file: string; line: number }) {
  const where = `file=${encodeURIComponent(file)}&line=${line}`;
  const written = useSignal<Table | null>(null);
  const edited = useComputed(() => where in unsaved.value);
  const said = useSignal<string[]>([]);
  const leave = () => {
    const { [where]: _, ...others } = unsaved.peek();
    unsaved.value = others;
  };
  useSignalEffect(() => {
    void copy.value?.files.find(each => each.path === file)?.version;
    void get<Table>(`/api/table?${where}`).then(
      found => {
        written.value = found;
      },
      e => {
        said.value = e instanceof Refused ? e.lines : [String(e)];
      },
    );
  });
  const now = unsaved.value[where] ?? written.value;
  const change = (rows: Table['rows']) => {
    unsaved.value = { ...unsaved.peek(), [where]: { ...now!, rows } };
  };
  const send = async (path: string, body: unknown, type?: string) => {
    try {
      const { table: anew } = await ask<{ table?: Table }>(path.startsWith('/api/table?') ? 'PUT' : 'POST', path, body, type);
      written.value = anew ?? now;
      leave();
      said.value = [say('saved')];
    } catch (e) {
      said.value = e instanceof Refused ? e.lines : [String(e)];
    }
  };
  const take = (event: Event & { currentTarget: HTMLInputElement }) => {
    const sheet = event.currentTarget.files?.[0];
    if (sheet && now) {
      void send(
        `/api/table.${sheet.name.endsWith('.xlsx') ? 'xlsx' : 'csv'}?${where}&base=${now.version}`,
        sheet,
        'application/octet-stream',
      );
    }
    event.currentTarget.value = '';
  };
  return (
    <div class="page">
      <header class="bar">
        <h1>
          {now?.title ?? say('wait')}
          {edited.value && <span class="tag">{say('unsaved')}</span>}
        </h1>
        <a class="button" href={link('scenarios')}>
          {say('table.back')}
        </a>
      </header>
      <p class="buttons start">
        <button
          type="button"
          class="main"
          disabled={!edited.value}
          onClick={() => void send(`/api/table?${where}`, { base: now!.version, columns: now!.columns, rows: now!.rows })}
        >
          {say('save')}
        </button>
        <button type="button" disabled={!edited.value} onClick={leave}>
          {say('discard')}
        </button>
        <button
          type="button"
          onClick={() => now && change([...now.rows, { cells: now.rows.at(-1)?.cells ?? now.columns.map(() => null) }])}
        >
          {say('table.add')}
        </button>
        <a class="button" download href={`/api/table.xlsx?${where}`}>
          {say('table.export', '.xlsx')}
        </a>
        <a class="button" download href={`/api/table.csv?${where}`}>
          {say('table.export', '.csv')}
        </a>
        <label class="button">
          {say('table.import')}
          <input class="heard" type="file" accept=".xlsx,.csv" onChange={take} />
        </label>
      </p>
      <div class="said" role="status">
        {said.value.map(each => (
          <p>{each}</p>
        ))}
      </div>
      {now && (
        <div class="wideTable" tabIndex={0} role="region" aria-label={now.title}>
          <table class="grid">
            <thead>
              <tr>
                <td />
                {now.columns.map(column => (
                  <th scope="col">
                    <span class="quiet">{say(column.kind === 'given' ? 'table.given' : 'table.expect')}</span> {column.path}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {now.rows.map((row, i) => (
                <tr>
                  <th scope="row">{i + 1}</th>
                  {now.columns.map((column, j) => (
                    <td>
                      <input
                        aria-label={`${column.path}, ${i + 1}`}
                        size={Math.min(60, Math.max(8, shown(row.cells[j]).length))}
                        value={shown(row.cells[j])}
                        onChange={event =>
                          change(
                            now.rows.map((each, k) =>
                              k === i
                                ? { ...each, cells: each.cells.map((cell, l) => (l === j ? read(event.currentTarget.value) : cell)) }
                                : each,
                            ),
                          )
                        }
                      />
                    </td>
                  ))}
                  <td>
                    <button
                      type="button"
                      aria-label={say('table.remove', i + 1)}
                      onClick={() => change(now.rows.filter((_, k) => k !== i))}
                    >
                      {say('remove')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

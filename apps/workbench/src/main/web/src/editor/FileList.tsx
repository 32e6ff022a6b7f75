import { useSignal } from '@preact/signals';
import { go, link } from '../address';
import { copy, drafts, gravest, problemsOf } from '../copy';
import { Refused, type CopyFile } from '../server';
import { counted, say, type Key } from '../words';
import { create } from './files';

const KINDS = ['rules', 'facts', 'clauses', 'readings', 'scenarios', 'text'];

export function FileList({ shown }: { shown: string }) {
  const files = copy.value?.files ?? [];
  return (
    <nav class="files" aria-label={say('files')}>
      <label class="narrow">
        {say('files')}
        <select value={shown} onChange={event => go('editor', { file: event.currentTarget.value })}>
          {files.map(file => (
            <option value={file.path}>{marks(file)}</option>
          ))}
        </select>
      </label>
      <div class="wide">
        {KINDS.filter(kind => files.some(file => file.kind === kind)).map(kind => (
          <section>
            <h2>{say(`files.${kind}` as Key)}</h2>
            <ul>
              {files
                .filter(file => file.kind === kind)
                .map(file => (
                  <Entry file={file} shown={file.path === shown} />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <NewFile />
    </nav>
  );
}

function Entry({ file, shown }: { file: CopyFile; shown: boolean }) {
  const found = problemsOf(file.path);
  const name = file.path.replace(/^scenarios\//, '');
  return (
    <li>
      <a href={link('editor', { file: file.path })} aria-current={shown ? 'page' : undefined}>
        <span class="name">
          {drafts.value[file.path] ? (
            <span class="dot" title={say('unsaved')}>
              ●<span class="heard"> {say('unsaved')}</span>
            </span>
          ) : null}
          {name}
        </span>
        {found.length > 0 && (
          <span class={`count ${gravest(found)}`} title={counted(found)}>
            {found.length}
            <span class="heard"> ({counted(found)})</span>
          </span>
        )}
      </a>
    </li>
  );
}

function marks(file: CopyFile): string {
  const found = problemsOf(file.path);
  return `${drafts.value[file.path] ? '● ' : ''}${file.path}${found.length ? ` (${counted(found)})` : ''}`;
}

function NewFile() {
  const name = useSignal('');
  const refused = useSignal('');
  const make = async (event: Event) => {
    event.preventDefault();
    try {
      await create(name.value.trim());
      go('editor', { file: name.value.trim() });
      name.value = refused.value = '';
    } catch (e) {
      refused.value = e instanceof Refused ? e.lines.join(' ') : String(e);
    }
  };
  const missing = ['facts.drl', 'scenarios/new.yaml'].filter(path => !copy.value?.files.some(file => file.path === path));
  return (
    <details class="new">
      <summary>{say('files.new')}</summary>
      <form onSubmit={make}>
        <label>
          {say('files.new.name')}
          <input
            name="name"
            list="new-files"
            required
            value={name.value}
            onInput={event => {
              name.value = event.currentTarget.value;
            }}
          />
        </label>
        <datalist id="new-files">
          {missing.map(path => (
            <option value={path} />
          ))}
        </datalist>
        <button type="submit">{say('files.new.make')}</button>
        <p role="alert">{refused.value}</p>
      </form>
    </details>
  );
}

// Another name for the word at the cursor, wherever it stands; nothing is saved by it.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Refused } from '../server';
import { say } from '../words';
import { applyEdits } from './places';
import { renamed, type Spot } from './services';

export interface Renamed {
  file: string;
  at: Spot;
  word: string;
}

export function Rename({ renaming, done }: { renaming: Renamed; done: (said: string) => void }) {
  const name = useSignal(renaming.word);
  const refused = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const rename = async (event: Event) => {
    event.preventDefault();
    try {
      const edits = await renamed(renaming.file, renaming.at, name.value);
      await applyEdits(edits);
      done(say('rename.done', Object.values(edits).flat().length, Object.keys(edits).length));
    } catch (e) {
      refused.value = e instanceof Refused ? e.lines.join(' ') : String(e);
    }
  };
  return (
    <form
      class="renaming"
      onSubmit={event => void rename(event)}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          done('');
        }
      }}
    >
      <label class="inline">
        {say('rename.to', renaming.word)}
        <input
          name="name"
          required
          ref={field}
          spellcheck={false}
          value={name.value}
          onInput={event => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <span class="buttons">
        <button type="button" onClick={() => done('')}>
          {say('close')}
        </button>
        <button type="submit" class="main" disabled={name.value === renaming.word}>
          {say('rename')}
        </button>
      </span>
      <p role="alert">
        {refused.value}
      </p>
    </form>
  );
}

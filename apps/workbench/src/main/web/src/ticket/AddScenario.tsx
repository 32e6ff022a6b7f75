import { useSignal, useSignalEffect } from '@preact/signals';
import { placeLink } from '../address';
import { copy, unsaved } from '../copy';
import { post, Refused, type Saved } from '../server';
import { say } from '../words';
import { facts, tried } from './trial';

/** Makes the ticket a scenario that expects what is decided now. */
export function AddScenario() {
  const title = useSignal('');
  const file = useSignal('scenarios/tried.yaml');
  const left = useSignal<string[]>([]);
  const text = useSignal('');
  const said = useSignal<{ words: string; place?: string }>({ words: '' });
  const sections = tried.value?.reasons.filter(section => !section.undetermined) ?? [];
  const body = (dry: boolean) => ({
    facts: facts.value,
    title: title.value || say('scenario.untitled'),
    file: file.value,
    dry,
    unsaved: unsaved.value,
    base: copy.value?.files.find(each => each.path === file.value)?.version,
    expect: sections.map(each => each.section).filter(each => !left.value.includes(each)),
  });
  useSignalEffect(() => {
    const asked = body(true);
    const timer = setTimeout(async () => {
      text.value = (
        await post<{ text: string }>('/api/scenarios/add', asked).catch(e => ({
          text: e instanceof Refused ? e.lines.join('\n') : String(e),
        }))
      ).text;
    }, 250);
    return () => clearTimeout(timer);
  });
  const add = async (event: Event) => {
    event.preventDefault();
    try {
      const saved = await post<Saved>('/api/scenarios/add', body(false));
      said.value = { words: say('scenario.added', file.value), place: placeLink(file.value, saved.line) };
    } catch (e) {
      said.value = { words: e instanceof Refused ? e.lines.join(' ') : String(e) };
    }
  };
  return (
    <form class="stacked" onSubmit={add}>
      <label>
        {say('scenario.title')}
        <input
          name="title"
          required
          value={title.value}
          onInput={event => {
            title.value = event.currentTarget.value;
          }}
        />
      </label>
      <label>
        {say('scenario.file')}
        <input
          name="file"
          required
          list="scenario-files"
          value={file.value}
          onInput={event => {
            file.value = event.currentTarget.value;
          }}
        />
      </label>
      <datalist id="scenario-files">
        {copy.value?.files
          .filter(each => each.kind === 'scenarios')
          .map(each => (
            <option value={each.path} />
          ))}
      </datalist>
      <fieldset>
        <legend>{say('scenario.expect')}</legend>
        {sections.map(each => (
          <label class="check">
            <input
              type="checkbox"
              checked={!left.value.includes(each.section)}
              onChange={event => {
                left.value = event.currentTarget.checked ? left.value.filter(name => name !== each.section) : [...left.value, each.section];
              }}
            />
            {each.label}
          </label>
        ))}
      </fieldset>
      <pre class="told">{text.value}</pre>
      <p class="buttons start">
        <button type="submit" class="main">
          {say('scenario.add')}
        </button>
      </p>
      <p role="status">{said.value.place ? <a href={said.value.place}>{said.value.words}</a> : said.value.words}</p>
    </form>
  );
}

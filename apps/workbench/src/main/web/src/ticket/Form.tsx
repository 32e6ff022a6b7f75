import { useId } from 'preact/hooks';
import { type Json, type Schema } from '../server';
import { say, weekday } from '../words';
import { Day, JsonText, Moment, Text } from './inputs';
import { shape, words, type Shape } from './shape';
import { at, facts, glossary, put, schema } from './trial';

/** A form for all that a ticket may say, made from the schema: its questions are the labels. */
export function Form() {
  const root = schema.value;
  if (!root) {
    return <p role="status">{say('wait')}</p>;
  }
  if (!facts.value) {
    return <p role="alert">{say('ticket.notJson')}</p>;
  }
  return (
    <form class="facts" onSubmit={event => event.preventDefault()}>
      {Object.entries(root.properties ?? {}).map(([key, each]) => {
        const found = shape(root, each);
        const isPart = found.schema.type === 'object' || found.schema.type === 'array';
        return isPart ? <Group root={root} path={key} shape={found} /> : <Field root={root} path={key} schema={each} />;
      })}
    </form>
  );
}

function Group({ root, path, shape: found }: { root: Schema; path: string; shape: Shape }) {
  const value = at(path);
  const size = value === undefined || value === null ? 0 : Object.keys(value).length;
  return (
    <details open={size > 0 || undefined} id={`fact-${path}`}>
      <summary>
        <strong>{found.schema.title ?? found.ask}</strong>
        {size > 0 && <span class="count">{say('ticket.given', size)}</span>}
        {found.schema.title && found.ask !== `${found.schema.title}?` && <span class="quiet">{found.ask}</span>}
      </summary>
      <Value root={root} path={path} shape={found} />
    </details>
  );
}

export function Field({ root, path, schema: each }: { root: Schema; path: string; schema: Schema }) {
  const id = useId();
  const found = shape(root, each);
  const name = path.replace(/^.*\./, '');
  const compound = found.schema.type === 'object' || found.schema.type === 'array' || found.schema.oneOf;
  const label = keyed(name) ?? (found.ask || found.schema.title || name);
  return compound ? (
    <fieldset class="field">
      <legend>{label}</legend>
      <Value root={root} path={path} shape={found} />
    </fieldset>
  ) : (
    <div class="field">
      <label for={id}>{label}</label>
      <Value root={root} path={path} shape={found} id={id} />
    </div>
  );
}

/** What a key says that is no word of the schema: a level of urgency, or a day of the week. */
const keyed = (name: string): string | undefined => (/^[1-4]$/.test(name) ? say('ticket.urgency', name) : weekday(name));

function Value({ root, path, shape: found, id }: { root: Schema; path: string; shape: Shape; id?: string }) {
  const { schema: each, name } = found;
  const value = at(path) ?? undefined;
  if (each.enum || each.type === 'boolean') {
    return (
      <Select
        id={id}
        value={value}
        options={
          each.enum
            ? each.enum.map(constant => [constant, words(glossary.value, name, constant)])
            : [
                [true, say('yes')],
                [false, say('no')],
              ]
        }
        none={found.none}
        change={chosen => put(path, chosen)}
      />
    );
  }
  if (each.oneOf) {
    return <OneOf root={root} path={path} choices={each.oneOf} />;
  }
  if (each.type === 'object') {
    const fields = Object.entries(each.properties ?? {}).filter(([, inner]) => inner.const === undefined);
    return (
      <>
        {fields.map(([key, inner]) => (
          <Field root={root} path={`${path}.${key}`} schema={inner} />
        ))}
      </>
    );
  }
  if (each.type === 'array' && each.items) {
    return <List root={root} path={path} items={each.items} />;
  }
  const kind = { value, change: (next: Json | undefined) => put(path, next), id };
  return /Instant$/.test(name) ? (
    <Moment {...kind} />
  ) : /LocalDate$/.test(name) ? (
    <Day {...kind} />
  ) : each.type === 'string' || each.type === 'integer' ? (
    <Text {...kind} schema={each} name={name} />
  ) : (
    <JsonText {...kind} label={found.ask || path} />
  );
}

function Select({
  id,
  value,
  options,
  none,
  change,
}: {
  id?: string;
  value?: Json;
  options: [Json, string][];
  none: boolean;
  change: (value: Json | undefined) => void;
}) {
  const place = options.findIndex(([each]) => each === value);
  return (
    <select id={id} value={String(place)} onChange={event => change(options[Number(event.currentTarget.value)]?.[0])}>
      <option value="-1">{say(none ? 'ticket.none' : 'ticket.unknown')}</option>
      {options.map(([, label], i) => (
        <option value={String(i)}>{label}</option>
      ))}
    </select>
  );
}

function List({ root, path, items }: { root: Schema; path: string; items: Schema }) {
  const found = shape(root, items);
  const value = at(path);
  const list = Array.isArray(value) ? value : [];
  if (found.schema.enum) {
    const change = (constant: string, on: boolean) => {
      const left = list.filter(each => each !== constant);
      put(path, on ? [...left, constant] : left.length ? left : undefined);
    };
    return (
      <>
        {found.schema.enum.map(constant => (
          <label class="check">
            <input type="checkbox" checked={list.includes(constant)} onChange={event => change(constant, event.currentTarget.checked)} />
            {words(glossary.value, found.name, constant)}
          </label>
        ))}
      </>
    );
  }
  if (found.schema.prefixItems) {
    const example = found.name === 'OpenSpan' ? '[["09:00", "17:00"]]' : undefined;
    return <JsonText value={value} change={next => put(path, next)} label={path} example={example} />;
  }
  return (
    <div class="list">
      {list.map((_, i) => (
        <fieldset class="item">
          <legend>{i + 1}</legend>
          <Value root={root} path={`${path}[${i}]`} shape={found} />
          <button type="button" onClick={() => put(`${path}[${i}]`, undefined)}>
            {say('remove')}
          </button>
        </fieldset>
      ))}
      {found.schema.oneOf ? (
        <Add root={root} choices={found.schema.oneOf} add={first => put(`${path}[${list.length}]`, first)} />
      ) : (
        <button type="button" onClick={() => put(`${path}[${list.length}]`, found.schema.type === 'object' ? {} : '')}>
          {say('add')}
        </button>
      )}
    </div>
  );
}

const typeOf = (root: Schema, choice: Schema) => {
  const { schema: each } = shape(root, choice);
  return { type: each.properties?.type?.const ?? '', title: each.title ?? '' };
};

function Add({ root, choices, add }: { root: Schema; choices: Schema[]; add: (first: Json) => void }) {
  return (
    <select
      aria-label={say('add')}
      value=""
      onChange={event => {
        add({ type: event.currentTarget.value });
        event.currentTarget.value = '';
      }}
    >
      <option value="">{say('add')} …</option>
      {choices
        .map(choice => typeOf(root, choice))
        .map(({ type, title }) => (
          <option value={type}>{title}</option>
        ))}
    </select>
  );
}

function OneOf({ root, path, choices }: { root: Schema; path: string; choices: Schema[] }) {
  const type = at(`${path}.type`);
  const chosen = choices.find(choice => typeOf(root, choice).type === type);
  return chosen ? (
    <>
      <p class="quiet">{typeOf(root, chosen).title}</p>
      <Value root={root} path={path} shape={shape(root, chosen)} />
    </>
  ) : null;
}

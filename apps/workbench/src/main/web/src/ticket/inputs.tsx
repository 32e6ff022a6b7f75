import { useEffect, useRef } from 'preact/hooks';
import { copy } from '../copy';
import { type Json, type Schema } from '../server';
import { offset } from './shape';
import { at } from './trial';

interface Input {
  value?: Json;
  change: (value: Json | undefined) => void;
  id?: string;
}

/** A date and time as clocks show it, with the offset that it was given with, or else that of the desk. */
export function Moment({ value, change, id }: Input) {
  const text = typeof value === 'string' ? value : '';
  const [, wall = '', given = ''] = /^(\d{4,}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(.*)$/.exec(text) ?? [];
  const zone = at('desk.zone') ?? copy.value?.zone;
  const set = (next: string) => change(next ? `${next}${offset(next, typeof zone === 'string' ? zone : undefined)}` : undefined);
  return (
    <span class="moment">
      <input id={id} type="datetime-local" step="1" value={wall} onChange={event => set(event.currentTarget.value)} />
      <span class="quiet">{given === 'Z' ? 'UTC' : given}</span>
    </span>
  );
}

export function Day({ value, change, id }: Input) {
  return (
    <input
      id={id}
      type="date"
      value={typeof value === 'string' ? value : ''}
      onChange={event => change(event.currentTarget.value || undefined)}
    />
  );
}

export function Text({ value, change, id, schema, name }: Input & { schema: Schema; name: string }) {
  const text = value === undefined ? '' : String(value);
  const example = { Duration: 'PT4H', Period: 'P14D', ZoneId: 'Europe/Amsterdam' }[name];
  return schema.type === 'integer' ? (
    <input
      id={id}
      type="number"
      min={schema.minimum}
      max={schema.maximum}
      value={text}
      onInput={event => change(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))}
    />
  ) : (
    <input id={id} placeholder={example} value={text} onInput={event => change(event.currentTarget.value || undefined)} />
  );
}

/** What the form has no better way to write. */
export function JsonText({ value, change, id, label, example }: Input & { label: string; example?: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (box.current && document.activeElement !== box.current) {
      box.current.value = value === undefined ? '' : JSON.stringify(value);
    }
  }, [value]);
  const set = (text: string) => {
    try {
      box.current?.setCustomValidity('');
      change(text.trim() ? JSON.parse(text) : undefined);
    } catch (e) {
      box.current?.setCustomValidity(String(e));
      box.current?.reportValidity();
    }
  };
  return (
    <textarea
      id={id}
      ref={box}
      rows={2}
      aria-label={id ? undefined : label}
      placeholder={example}
      class="code"
      onChange={event => set(event.currentTarget.value)}
    />
  );
}

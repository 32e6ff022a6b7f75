// What the schema of fact sets says of a value, read for a form: references followed, "or null" left out.
import { type Schema, type Word } from '../server';

export interface Shape {
  schema: Schema;
  name: string;
  ask: string;
  none: boolean;
}

const ABSENT = / ?(Absent means none|Ontbreekt het, dan is er geen|Afwezig betekent geen)\.?$/;

export function shape(root: Schema, schema: Schema): Shape {
  let found = schema;
  let name = '';
  let ask = schema.description ?? '';
  for (let inner: Schema | undefined = found; inner; found = inner ?? found) {
    const some: Schema[] | undefined = inner.anyOf?.filter(each => each.type !== 'null');
    const key: string | undefined = inner.$ref?.replace('#/$defs/', '');
    name = key ?? name;
    found = inner;
    inner = key ? root.$defs?.[key] : inner.type ? undefined : some?.length === 1 ? some[0] : undefined;
    ask ||= inner?.description ?? '';
  }
  return { schema: found, name, ask: ask.replace(ABSENT, ''), none: ABSENT.test(ask) };
}

/** A constant in words, where the glossary has them. */
export function words(glossary: Word[], type: string, constant: string): string {
  const same = (name: string) => name.replaceAll('_', '').toLowerCase() === constant.replaceAll('_', '').toLowerCase();
  const of = glossary.find(word => word.name === type) ?? glossary.find(word => word.constants.some(each => same(each.name)));
  const said = of?.constants.find(each => same(each.name))?.words;
  return said ? said.charAt(0).toUpperCase() + said.slice(1) : constant.replaceAll('_', ' ').toLowerCase();
}

/** What was written as text, as the value that the schema wants. */
export function valued(schema: Schema, text: string): boolean | number | string {
  return schema.type === 'boolean' ? text === 'true' : schema.type === 'integer' || schema.type === 'number' ? Number(text) : text;
}

/** The shape of what a path leads to. */
export function along(root: Schema, path: string): Shape {
  return [...path.matchAll(/[^.[\]]+/g)].reduce(
    (here, [step]) => {
      const next = /^\d+$/.test(step!) ? here.schema.items : here.schema.properties?.[step!];
      return next ? shape(root, next) : here;
    },
    shape(root, root),
  );
}

/** The offset from UTC of a zone at a date and time as its clocks show it. */
export function offset(wall: string, zone: string | undefined): string {
  const first = offsetAt(new Date(`${wall}Z`), zone);
  const before = offsetAt(new Date(Date.parse(`${wall}Z`) - DAY), zone);
  return [before, first].find(each => offsetAt(new Date(`${wall}${each}`), zone) === each) ?? first;
}

const DAY = 86_400_000;

function offsetAt(instant: Date, zone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  return parts.find(part => part.type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
}

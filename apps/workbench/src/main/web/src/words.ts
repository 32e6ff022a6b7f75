// What the page says, in the language of its address. All words stand in en.ts and nl.ts.
import { lang } from './address';
import { en } from './en';
import { nl } from './nl';

export type Key = keyof typeof en;

export function say(key: Key, ...values: (string | number)[]): string {
  return (lang.value === 'nl' ? nl : en)[key].replace(/\{(\d)\}/g, (_, place: string) => {
    const value = values[Number(place)] ?? '';
    return typeof value === 'number' ? value.toLocaleString(lang.value) : value;
  });
}

/** An instant as clocks show it where it was given. */
export function day(instant: string): string {
  const wall = new Date(`${instant.slice(0, 16)}Z`);
  return wall.toLocaleString(lang.value, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
}

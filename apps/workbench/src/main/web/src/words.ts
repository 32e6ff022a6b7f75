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

/** How many problems there are: errors and warnings apart. */
export function counted(found: { severity: 'error' | 'warning' }[]): string {
  const warnings = found.filter(each => each.severity === 'warning').length;
  const errors = found.length - warnings;
  return [
    errors && say(errors === 1 ? 'problems.one' : 'problems.count', errors),
    warnings && say(warnings === 1 ? 'warnings.one' : 'warnings.count', warnings),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A share in percent. */
export const percent = (share: number): string =>
  share.toLocaleString(lang.value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** The name of a day of the week, of what facts call it. */
export function weekday(name: string): string | undefined {
  const place = DAYS.indexOf(name);
  return place < 0 ? undefined : new Date(A_MONDAY + place * DAY).toLocaleDateString(lang.value, { weekday: 'long', timeZone: 'UTC' });
}

/** An instant as clocks show it where it was given. */
export function day(instant: string): string {
  const wall = new Date(`${instant.slice(0, 16)}Z`);
  return wall.toLocaleString(lang.value, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
}

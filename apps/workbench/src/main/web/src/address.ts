// The address of the page says where one is and in which language, so that it can be kept, sent and gone back to.
import { computed, signal } from '@preact/signals';

export type Lang = 'en' | 'nl';
export const PAGES = ['book', 'editor', 'ticket', 'changes', 'scenarios', 'coverage', 'replay'] as const;
export type Page = (typeof PAGES)[number];

interface Address {
  page: Page;
  params: URLSearchParams;
}

function read(): Address {
  const [name = '', query = ''] = location.hash.slice(1).split('?');
  return { page: PAGES.find(page => page === name) ?? 'editor', params: new URLSearchParams(query) };
}

const address = signal(read());
export const page = computed(() => address.value.page);
export const params = computed(() => address.value.params);
export const lang = signal<Lang>(new URLSearchParams(location.search).get('lang') === 'nl' ? 'nl' : 'en');

addEventListener('hashchange', () => {
  address.value = read();
});

export function link(to: Page, values: Record<string, string | number | undefined> = {}): string {
  const query = new URLSearchParams();
  Object.entries(values).forEach(([name, value]) => value === undefined || query.set(name, String(value)));
  return `#${to}${query.size ? `?${query}` : ''}`;
}

export function go(to: Page, values: Record<string, string | number | undefined> = {}): void {
  location.hash = link(to, values);
}

/** A link to a place of a file in the editor. */
export function placeLink(file: string, line?: number, column?: number): string {
  return link('editor', { file, line, column });
}

export function speak(chosen: Lang): void {
  const url = new URL(location.href);
  url.searchParams.set('lang', chosen);
  history.replaceState(null, '', url);
  lang.value = chosen;
}

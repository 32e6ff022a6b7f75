import { lang, params } from '../address';
import { edition } from '../copy';
import { say } from '../words';

/** The policy as a book, as managers and auditors read it. */
export function BookPage() {
  const at = params.value.get('at');
  const source = `/book?lang=${lang.value}${at ? `#${at}` : ''}`;
  return (
    <div class="page full">
      <header class="bar">
        <h1>{say('page.book')}</h1>
        <a class="button" href={source} target="_blank">
          {say('book.open')}
        </a>
      </header>
      <iframe key={`${lang.value}${edition.value}`} class="paper" src={source} title={say('page.book')} />
    </div>
  );
}

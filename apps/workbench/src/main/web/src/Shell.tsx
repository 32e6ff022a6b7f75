import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { lang, link, page, PAGES, speak, type Lang, type Page } from './address';
import { connected, copy, drafts, errors, failures, gravest, isEdited, problems, scenarioCount, sound } from './copy';
import { EditorPage } from './editor/EditorPage';
import { saveAll } from './editor/files';
import { BookPage } from './pages/BookPage';
import { ChangesPage } from './pages/ChangesPage';
import { CoveragePage } from './pages/CoveragePage';
import { ReplayPage } from './pages/ReplayPage';
import { ScenariosPage } from './pages/ScenariosPage';
import { TicketPage } from './ticket/TicketPage';
import { counted, say } from './words';

const VIEWS: Record<Page, () => preact.JSX.Element> = {
  book: BookPage,
  editor: EditorPage,
  ticket: TicketPage,
  changes: ChangesPage,
  scenarios: ScenariosPage,
  coverage: CoveragePage,
  replay: ReplayPage,
};

export function Shell() {
  const View = VIEWS[page.value];
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      main.current?.focus();
    }
    first.current = false;
  }, [page.value]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={event => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {say('skip')}
      </a>
      <Rail />
      <main id="main" tabIndex={-1} ref={main}>
        {!connected.value && (
          <p class="lost" role="alert">
            {say('lost')}
          </p>
        )}
        <View />
      </main>
    </>
  );
}

function Rail() {
  const open = useSignal(false);
  return (
    <header class="rail">
      <div class="name">
        <strong>{say('title')}</strong>
        <span class="quiet" title={copy.value?.directory}>
          {copy.value?.directory.split('/').at(-1)}
        </span>
        <button
          type="button"
          class="menu"
          aria-expanded={open.value}
          aria-controls="pages"
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {say('menu')}
        </button>
      </div>
      <div id="pages" class={open.value ? 'open' : ''}>
        <nav aria-label={say('pages')}>
          <ul>
            {PAGES.map(each => (
              <li>
                <a
                  href={link(each)}
                  aria-current={page.value === each ? 'page' : undefined}
                  onClick={() => {
                    open.value = false;
                  }}
                >
                  {say(`page.${each}`)}
                  {badge(each)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="langs" role="group" aria-label={say('language')}>
          {(['en', 'nl'] as Lang[]).map(each => (
            <button type="button" lang={each} aria-pressed={lang.value === each} onClick={() => speak(each)}>
              {each === 'en' ? 'English' : 'Nederlands'}
            </button>
          ))}
        </div>
      </div>
      <Standing />
    </header>
  );
}

function badge(of: Page) {
  const [count, words, look] =
    of === 'editor'
      ? [problems.value.length, counted(problems.value), gravest(problems.value)]
      : of === 'scenarios'
        ? [failures.value.length, say('scenarios.failing'), 'bad']
        : [0, '', ''];
  return (
    count > 0 && (
      <span class={`count ${look}`}>
        {count}
        <span class="heard"> ({words})</span>
      </span>
    )
  );
}

/** How the copy stands: in one line, always in view. */
function Standing() {
  const count = scenarioCount.value;
  const failed = (count?.failed ?? 0) + (count?.undecided ?? 0);
  return (
    <div class="standing">
      <p role="status" id="standing">
        {!copy.value ? (
          say('wait')
        ) : !sound.value ? (
          <span class="bad">✗ {say('standing.unsound', counted(errors.value))}</span>
        ) : !count ? (
          say('standing.running')
        ) : failed ? (
          <span class="bad">✗ {say('standing.failed', failed, count.total)}</span>
        ) : (
          <span class="good">✓ {say('standing.good', count.total)}</span>
        )}
      </p>
      {isEdited.value && (
        <button type="button" class="main" onClick={() => void saveAll()}>
          {say('save.all', Object.keys(drafts.value).length)}
        </button>
      )}
    </div>
  );
}

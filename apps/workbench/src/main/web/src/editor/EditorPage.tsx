import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { lang, params } from '../address';
import { copy, drafts, edition, problemsOf } from '../copy';
import { Refused, type Fix, type Place, type Problem } from '../server';
import { say } from '../words';
import { ConflictView } from './ConflictView';
import { FileList } from './FileList';
import { conflict, discard, open, opened, outcome, save, textOf, typed } from './files';
import { ProblemList } from './ProblemList';
import { Rename, type Renamed } from './Rename';
import { applyFix, reveal, sameProblem, show } from './places';
import { definitions, fixes, hints, marked, references, renamable, type Spot } from './services';
import { TextEditor } from './view';

export const fileShown = (): string => {
  const files = copy.value?.files ?? [];
  return params.value.get('file') ?? files.find(file => file.kind === 'rules')?.path ?? files[0]?.path ?? '';
};

export function EditorPage() {
  const home = useRef<HTMLDivElement>(null);
  const places = useSignal<Place[] | null>(null);
  const advice = useSignal<Fix[]>([]);
  const renaming = useSignal<Renamed | null>(null);
  const told = useSignal('');
  const editor = useRef<TextEditor | null>(null);
  const look = async (find: typeof definitions, file: string, at: Spot) => {
    const found = await find(file, at);
    places.value = found.length === 1 ? null : found;
    if (found[0] && found.length === 1) {
      show(found[0]);
    }
  };
  const begin = async (file: string, at: Spot) => {
    try {
      const place = await renamable(file, at);
      told.value = '';
      renaming.value = { file, at, word: editor.current!.word(place) };
    } catch (e) {
      told.value = e instanceof Refused ? e.lines.join(' ') : String(e);
    }
  };
  editor.current ??= new TextEditor({
    changed: (file, text) => {
      told.value = '';
      typed(file, text);
    },
    save: file => void save(file),
    define: (file, at) => void look(definitions, file, at),
    refer: (file, at) => void look(references, file, at),
    rename: (file, at) => void begin(file, at),
  });
  useEffect(() => {
    editor.current?.attach(home.current!);
    return () => editor.current?.detach();
  }, []);
  useSignalEffect(() => {
    void open(fileShown());
  });
  useSignalEffect(() => {
    void lang.value;
    editor.current?.speak();
  });
  useSignalEffect(() => {
    const file = fileShown();
    const text = textOf(file);
    if (text !== undefined) {
      editor.current?.show(file, text);
      reveal(editor.current!, params.value);
    }
  });
  useSignalEffect(() => {
    void lang.value;
    const found = problemsOf(fileShown());
    void textOf(fileShown());
    const known = advice.value;
    editor.current?.mark(state => found.map(problem => diagnostic(problem, marked(state.doc, problem.line, problem.column), known)));
  });
  useSignalEffect(() => {
    const file = fileShown();
    void textOf(file);
    void edition.value;
    void lang.value;
    const timer = setTimeout(async () => {
      editor.current?.tell(file, /\.ya?ml$/.test(file) ? await hints(file) : []);
    }, 300);
    return () => clearTimeout(timer);
  });
  useSignalEffect(() => {
    const found = problemsOf(fileShown()).some(problem => problem.advice);
    void lang.value;
    const timer = setTimeout(async () => {
      advice.value = found ? await fixes() : [];
    }, 150);
    return () => clearTimeout(timer);
  });
  const file = fileShown();
  const draft = drafts.value[file];
  return (
    <div class="editing">
      <FileList shown={file} />
      <section class="desk" aria-label={say('editor.title')}>
        <header class="bar">
          <h1>
            {file}
            {draft && <span class="tag">{say('unsaved')}</span>}
          </h1>
          <span class="buttons">
            <button type="button" disabled={!draft} onClick={() => void discard(file)}>
              {say('discard')}
            </button>
            <button type="button" class="main" disabled={!draft} onClick={() => void save(file)}>
              {say('save')}
            </button>
          </span>
        </header>
        <p class="said" role="status">
          {told.value || said(file)}
        </p>
        {conflict.value?.path === file && <ConflictView conflict={conflict.value} />}
        <div class="text" ref={home} hidden={conflict.value?.path === file} />
        <p class="buttons start keys">
          <button type="button" onClick={() => void look(definitions, file, editor.current!.cursor)}>
            {say('editor.define')} <kbd>F12</kbd>
          </button>
          <button type="button" onClick={() => void look(references, file, editor.current!.cursor)}>
            {say('editor.refer')} <kbd>⇧F12</kbd>
          </button>
          <button type="button" onClick={() => void begin(file, editor.current!.cursor)}>
            {say('editor.rename')} <kbd>F2</kbd>
          </button>
        </p>
        {renaming.value?.file === file && (
          <Rename
            key={`${file}${renaming.value.at.line}:${renaming.value.at.column}`}
            renaming={renaming.value}
            done={words => {
              renaming.value = null;
              told.value = words;
              editor.current!.focus();
            }}
          />
        )}
        {places.value && (
          <PlaceList
            places={places.value}
            close={() => {
              places.value = null;
            }}
          />
        )}
        <ProblemList fixes={advice.value} />
      </section>
    </div>
  );
}

function said(file: string): string {
  const last = outcome.value;
  const draft = drafts.value[file];
  const written = copy.value?.files.find(each => each.path === file);
  if (draft && written && draft.base !== written.version && opened.value[file]?.version !== draft.base) {
    return say('editor.elsewhere');
  }
  return last?.file === file ? `${say(last.key)} ${last.detail ?? ''}` : '';
}

function diagnostic(problem: Problem, at: { from: number; to: number }, known: Fix[]): Diagnostic {
  return {
    ...at,
    severity: problem.severity,
    message: [problem.message, problem.advice].filter(Boolean).join('\n'),
    source: problem.code,
    actions: known
      .filter(fix => sameProblem(fix.problem, problem))
      .map(fix => ({
        name: fix.title,
        apply: view => {
          applyFix(fix);
          view.dispatch(setDiagnostics(view.state, []));
        },
      })),
  };
}

function PlaceList({ places, close }: { places: Place[]; close: () => void }) {
  return (
    <section class="places" aria-label={say('places')}>
      <header class="bar">
        <h2>{say(places.length ? 'places' : 'places.none')}</h2>
        <button type="button" onClick={close}>
          {say('close')}
        </button>
      </header>
      <ul>
        {places.map(place => (
          <li>
            <button type="button" class="plain" onClick={() => show(place)}>
              {place.file}:{place.line}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { lang } from '../address';
import { copy, problems } from '../copy';
import { get, type Fix, type Problem } from '../server';
import { counted, say } from '../words';
import { markdown } from './markdown';
import { applyFix, sameProblem, show } from './places';

export function ProblemList({ fixes }: { fixes: Fix[] }) {
  const found = problems.value;
  const explained = useSignal('');
  return (
    <section class="problems" aria-label={say('problems')}>
      <h2>
        <span role="status">{found.length ? counted(found) : copy.value ? say('problems.none') : ''}</span>
      </h2>
      {explained.value && (
        <Explained
          code={explained.value}
          close={() => {
            explained.value = '';
          }}
        />
      )}
      <ul>
        {found.map(problem => (
          <Entry
            problem={problem}
            fixes={fixes.filter(fix => sameProblem(fix.problem, problem))}
            explain={code => {
              explained.value = code;
            }}
          />
        ))}
      </ul>
    </section>
  );
}

const pageOf = (code: string) => `/problems/${code}?lang=${lang.value}`;

/** The page of a code: what it means, what is wrong and what is right. */
function Explained({ code, close }: { code: string; close: () => void }) {
  const home = useRef<HTMLDivElement>(null);
  const language = lang.value;
  useEffect(() => {
    void get<string>(`/problems/${code}`).then(
      text => {
        home.current?.replaceChildren(markdown(text));
        home.current?.focus();
      },
      () => undefined,
    );
  }, [code, language]);
  return (
    <section class="explained" aria-label={code}>
      <p class="buttons">
        <button type="button" onClick={close}>
          {say('close')}
        </button>
      </p>
      <div ref={home} tabIndex={-1} />
    </section>
  );
}

function Entry({ problem, fixes, explain }: { problem: Problem; fixes: Fix[]; explain: (code: string) => void }) {
  return (
    <li class={problem.severity}>
      <button type="button" class="plain" onClick={() => show(problem)}>
        <span class="place">
          {problem.file}
          {problem.line ? `:${problem.line}:${problem.column ?? 1}` : ''}
        </span>
        <span class="severity">{say(problem.severity)}</span>
        <span>{problem.message}</span>
      </button>
      {problem.advice && !fixes.length && <span class="advice">{problem.advice}</span>}
      {fixes.map(fix => (
        <button type="button" class="fix" onClick={() => applyFix(fix)}>
          {fix.title}
        </button>
      ))}
      <a
        class="code"
        href={pageOf(problem.code)}
        onClick={event => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            explain(problem.code);
          }
        }}
      >
        {problem.code}
      </a>
    </li>
  );
}

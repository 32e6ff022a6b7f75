import { copy, problems } from '../copy';
import { type Fix, type Problem } from '../server';
import { counted, say } from '../words';
import { applyFix, sameProblem, show } from './places';

export function ProblemList({ fixes }: { fixes: Fix[] }) {
  const found = problems.value;
  return (
    <section class="problems" aria-label={say('problems')}>
      <h2>
        <span role="status">{found.length ? counted(found) : copy.value ? say('problems.none') : ''}</span>
      </h2>
      <ul>
        {found.map(problem => (
          <Entry problem={problem} fixes={fixes.filter(fix => sameProblem(fix.problem, problem))} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ problem, fixes }: { problem: Problem; fixes: Fix[] }) {
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
      <a class="code" href={`/problems/${problem.code}`} target="_blank" rel="noreferrer">
        {problem.code}
      </a>
    </li>
  );
}

import { type Question } from '../server';
import { say } from '../words';
import { along, valued } from './shape';
import { put, schema } from './trial';

/** What is still to be known, each question with its answers; an answer goes into the form. */
export function Asks({ questions }: { questions: Question[] }) {
  const root = schema.value;
  if (!questions.length) {
    return <p>{say('questions.none')}</p>;
  }
  return (
    <ul class="asks">
      {questions.map(question => (
        <li>
          <p>
            <strong>{question.ask}</strong> <span class="quiet">({say(`answerer.${question.answerer}`)})</span>
          </p>
          {question.answers && !question.choices?.length && <p class="quiet">{question.answers}</p>}
          <div class="buttons start">
            {question.choices?.map(choice => (
              <button type="button" onClick={() => root && put(question.path, fill(along(root, question.path).schema, choice.value))}>
                {choice.words}
              </button>
            ))}
            {!question.choices?.length && (
              <a href={`#fact-${question.path}`} onClick={event => toField(event, question.path)}>
                {say('questions.fill')}
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const fill = (schema: Parameters<typeof valued>[0], value: string) => (schema.type === 'array' ? [value] : valued(schema, value));

function toField(event: Event, path: string): void {
  event.preventDefault();
  const group = document.getElementById(`fact-${path.split(/[.[]/)[0]}`);
  if (group instanceof HTMLDetailsElement) {
    group.open = true;
    group.scrollIntoView({ block: 'start' });
    group.querySelector<HTMLElement>('summary')?.focus();
  }
}

import { placeLink } from '../address';
import { copy } from '../copy';
import { type ReasonNode, type ReasonRule, type Tried } from '../server';
import { day, say } from '../words';

/** The decision in plain words, section by section, each answer with what it rests on. */
export function Answer({ tried }: { tried: Tried }) {
  const answered = tried.reasons.filter(section => !section.undetermined);
  const open = tried.reasons.filter(section => section.undetermined);
  return (
    <div class="answer">
      <dl class="summary">
        {answered.map(section => (
          <>
            <dt>{section.label}</dt>
            <dd>
              {section.answers.map(answer => (
                <Node node={answer} root />
              ))}
            </dd>
          </>
        ))}
      </dl>
      {open.length > 0 && (
        <>
          <h2>{say('answer.open')}</h2>
          <dl class="summary">
            {open.map(section => (
              <>
                <dt>{section.label}</dt>
                <dd>{section.says ?? say('answer.undetermined')}</dd>
              </>
            ))}
          </dl>
        </>
      )}
      {tried.decision.validUntil && <p>{say('answer.until', day(tried.decision.validUntil))}</p>}
      {[...tried.notes, ...tried.ignored].length > 0 && (
        <>
          <h2>{say('answer.notes')}</h2>
          <ul>
            {[...tried.notes, ...tried.ignored].map(note => (
              <li>{note}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Node({ node, root = false }: { node: ReasonNode; root?: boolean }) {
  const says = node.says.charAt(0).toUpperCase() + node.says.slice(1);
  if (!node.rules?.length) {
    return node.fact ? (
      <p class="fact">
        <a href={`#fact-${node.fact}`} onClick={event => toFact(event, node.fact!)}>
          {says}
        </a>
      </p>
    ) : (
      <p>
        {says}
        {node.again && <span class="quiet"> ({say('answer.again')})</span>}
      </p>
    );
  }
  return (
    <details class={root ? 'root' : undefined}>
      <summary>{says}</summary>
      {node.rules.map(rule => (
        <Rule rule={rule} />
      ))}
    </details>
  );
}

function Rule({ rule }: { rule: ReasonRule }) {
  const clause = copy.value?.clauses.find(each => each.id === rule.clause);
  return (
    <div class="rule">
      <p>
        <a href={placeLink(rule.file, rule.line)}>{rule.sentence}</a>{' '}
        {clause?.file ? (
          <a class="clause" href={placeLink(clause.file, clause.line)} title={rule.text}>
            {rule.clause}
          </a>
        ) : (
          <span class="clause" title={rule.text}>
            {rule.clause}
          </span>
        )}
        {rule.readings.map(reading => (
          <span class="reading" title={reading.adopted}>
            {reading.id}
            {reading.contested && ` (${say('answer.contested')})`}
          </span>
        ))}
      </p>
      {rule.because.length > 0 && (
        <ul class="because">
          {rule.because.map(node => (
            <li>
              <Node node={node} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function toFact(event: Event, key: string): void {
  event.preventDefault();
  const group = document.getElementById(`fact-${key}`);
  if (group instanceof HTMLDetailsElement) {
    group.open = true;
    group.scrollIntoView({ block: 'center' });
    group.querySelector<HTMLElement>('summary')?.focus();
  }
}

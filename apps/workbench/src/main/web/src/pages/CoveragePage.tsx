import { useSignal, useSignalEffect } from '@preact/signals';
import { go, placeLink } from '../address';
import { edition, sound, unsaved } from '../copy';
import { type Covered, type Mutants, type RuleTried } from '../server';
import { take } from '../ticket/trial';
import { percent, say } from '../words';
import { Bar } from './Bar';
import { Progress, useJob } from './job';

/** What no scenario tries, and which small mistakes none would notice. */
export function CoveragePage() {
  const coverage = useJob<Covered>('coverage');
  const mutants = useJob<Mutants>('mutants');
  const all = useSignal(false);
  useSignalEffect(() => {
    void edition.value;
    const body = { unsaved: unsaved.value };
    const timer = sound.value ? setTimeout(() => void coverage.begin('/api/coverage', body), 500) : undefined;
    return () => clearTimeout(timer);
  });
  const tried = coverage.latest.value?.result;
  const mistakes = mutants.latest.value?.result;
  return (
    <div class="page">
      <header class="bar">
        <h1>{say('page.coverage')}</h1>
      </header>
      <Progress name="coverage" job={coverage.latest.value} refused={coverage.refused.value} stop={coverage.stop} />
      {tried && (
        <>
          <div class="bars">
            <Bar label={say('coverage.rules')} part={tried.rulesTried} whole={tried.rules} />
            <Bar label={say('coverage.conditions')} part={tried.conditionsTried} whole={tried.conditions} />
          </div>
          <h2>{say('coverage.untried', tried.untried.length)}</h2>
          <ul class="untried">
            {tried.untried.map(each => (
              <Tried each={each} />
            ))}
          </ul>
          <p>
            <button
              type="button"
              aria-expanded={all.value}
              onClick={() => {
                all.value = !all.value;
              }}
            >
              {say('coverage.tried', tried.tried.length)}
            </button>
          </p>
          {all.value && (
            <ul class="untried">
              {tried.tried.map(each => (
                <Tried each={each} />
              ))}
            </ul>
          )}
        </>
      )}
      <header class="bar">
        <h2>{say('mutants.title')}</h2>
        <button type="button" onClick={() => void mutants.begin('/api/mutants', { unsaved: unsaved.value })}>
          {say('mutants.begin')}
        </button>
      </header>
      <p class="quiet">{say('mutants.words')}</p>
      <Progress name="mutants" job={mutants.latest.value} refused={mutants.refused.value} stop={mutants.stop} />
      {mistakes && (
        <>
          <p>{say('mutants.noticed', mistakes.mutants, percent(mistakes.noticed), mistakes.refused)}</p>
          <ul class="untried">
            {mistakes.survivors.map(each => (
              <li>
                <a href={placeLink(each.file, each.line)}>{each.rule}</a> {each.what}{' '}
                {each.facts !== undefined ? (
                  <button
                    type="button"
                    onClick={() => {
                      take(each.facts!);
                      go('ticket');
                    }}
                  >
                    {say('changes.try')}
                  </button>
                ) : (
                  <span class="quiet">{say('mutants.cannotMatter')}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Tried({ each }: { each: RuleTried }) {
  const open = each.conditions.filter(condition => !condition.held || !condition.failed);
  return (
    <li>
      <a href={placeLink(each.rule.file, each.rule.line)}>{each.rule.sentence}</a> <span class="clause">{each.rule.clause}</span>
      <span class="quiet"> {say('coverage.fired', each.fired, each.silent)}</span>
      {open.length > 0 && (
        <ul>
          {open.map(condition => (
            <li>
              <a href={placeLink(each.rule.file, condition.line)}>
                <code>{condition.text}</code>
              </a>{' '}
              <span class="quiet">{condition.outcome}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

import { useSignal, useSignalEffect, type Signal } from '@preact/signals';
import { lang, placeLink } from '../address';
import { copy, edition } from '../copy';
import { post, Refused, type FactChange, type Json, type Timeline, type Told, type WhyNot } from '../server';
import { Refusals } from '../Refusals';
import { day, say } from '../words';
import { along, words } from './shape';
import { answers, given, glossary, put, schema } from './trial';

/** Asks the server about the ticket, and again whenever the ticket or the rules change. */
function useAsked<T>(path: string, more: () => object | null): { told: Signal<T | null>; refused: Signal<string[]> } {
  const told = useSignal<T | null>(null);
  const refused = useSignal<string[]>([]);
  useSignalEffect(() => {
    void [edition.value, lang.value];
    const asked = more();
    const body = { ...given(), ...asked };
    let stopped = false;
    const timer = setTimeout(async () => {
      const answer = asked && (await post<T>(path, body).catch(e => (e instanceof Refused ? e.lines : [String(e)])));
      if (!stopped) {
        told.value = Array.isArray(answer) ? null : answer;
        refused.value = Array.isArray(answer) ? answer : [];
      }
    }, 300);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  });
  return { told, refused };
}

export function WhyNotAsked() {
  const typed = useSignal('');
  const answer = useSignal('');
  const { told, refused } = useAsked<WhyNot>('/api/why-not', () => (answer.value ? { answer: answer.value } : null));
  return (
    <>
      <form
        class="inline"
        onSubmit={event => {
          event.preventDefault();
          answer.value = typed.value.trim();
        }}
      >
        <label>
          {say('whyNot.ask')}
          <input
            list="answers"
            name="answer"
            required
            value={typed.value}
            onInput={event => {
              typed.value = event.currentTarget.value;
            }}
          />
        </label>
        <datalist id="answers">
          {answers.value.map(each => (
            <option value={each} />
          ))}
          {copy.value?.clauses.map(clause => (
            <option value={clause.id}>{clause.text}</option>
          ))}
        </datalist>
        <button type="submit" class="main">
          {say('ask')}
        </button>
      </form>
      {!answer.value && <p class="quiet">{say('whyNot.hint')}</p>}
      <Refusals lines={refused.value} />
      {told.value && <WhyNotTold told={told.value} />}
    </>
  );
}

function WhyNotTold({ told }: { told: WhyNot }) {
  return (
    <div role="status">
      {told.changes.length > 0 && <h2>{say('whyNot.least')}</h2>}
      {told.changes.map(change => (
        <p class="alternative">
          {change.map(part => (
            <FactChanged change={part} />
          ))}
          <button type="button" onClick={() => change.forEach(part => put(part.path, part.to))}>
            {say('whyNot.try')}
          </button>
        </p>
      ))}
      <Lines text={told.text} />
    </div>
  );
}

/** A fact as the form asks for it, with what it is and what it would be. */
function FactChanged({ change }: { change: FactChange }) {
  const found = schema.value && along(schema.value, change.path);
  const said = (value: Json | undefined): string =>
    value === undefined || value === null
      ? say(found?.none ? 'ticket.none' : 'ticket.unknown')
      : typeof value === 'boolean'
        ? say(value ? 'yes' : 'no')
        : typeof value === 'string' && found?.schema.enum
          ? words(glossary.value, found.name, value)
          : typeof value === 'string'
            ? value
            : JSON.stringify(value);
  return (
    <span>
      {found?.ask || change.path} {said(change.from)} → <strong>{said(change.to)}</strong>
    </span>
  );
}

const STEP = 4;

/** A line; one that begins with a place of the rules leads there. */
function Told({ line }: { line: string }) {
  const [, file = '', number = '', rest = ''] = /^(?:rules\/)?([\w./-]+\.drl):(\d+): (.*)$/.exec(line) ?? [];
  return file && copy.value?.files.some(each => each.path === file) ? <a href={placeLink(file, Number(number))}>{rest}</a> : <>{line}</>;
}

/** A text whose lines are set in by how deep they stand. */
function Lines({ text }: { text: string }) {
  const lines = text.split('\n').filter(line => line.trim());
  return (
    <div class="lines">
      {lines.map(line => (
        <p class={`deep${Math.min(6, Math.floor(line.search(/\S/) / STEP))}`}>
          <Told line={line.trim()} />
        </p>
      ))}
    </div>
  );
}

export function WhatIf() {
  const { told, refused } = useAsked<Told>('/api/what-if', () => ({}));
  return (
    <>
      {!told.value && !refused.value.length && <p role="status">{say('wait')}</p>}
      <Refusals lines={refused.value} />
      {told.value && <Lines text={told.value.text} />}
    </>
  );
}

export function Ahead() {
  const { told, refused } = useAsked<Timeline>('/api/timeline', () => ({}));
  const start = told.value && Date.parse(told.value.asOf);
  return (
    <>
      <Refusals lines={refused.value} />
      {told.value && start !== null && told.value.changes.length > 0 && (
        <ol class="line">
          {told.value.changes.map(change => (
            <li>
              <time dateTime={change.at}>{day(change.at)}</time>{' '}
              <span class="quiet">{say('timeline.after', Math.round(((Date.parse(change.at) - start) / 86_400_000) * 10) / 10)}</span>
            </li>
          ))}
        </ol>
      )}
      {told.value && <Lines text={told.value.text} />}
    </>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { copy, isEdited } from '../copy';
import { Refusals } from '../Refusals';
import { Tabs } from '../Tabs';
import { say } from '../words';
import { AddScenario } from './AddScenario';
import { Answer } from './Answer';
import { Form } from './Form';
import { Asks } from './Asks';
import { Ahead, WhatIf, WhyNotAsked } from './Further';
import { clear, decide, facts, factsText, refused, tried } from './trial';

export function TicketPage() {
  useEffect(decide, []);
  const way = useSignal('form');
  const shown = useSignal('answer');
  const decision = useRef<HTMLElement>(null);
  const toDecision = () => {
    decision.current?.scrollIntoView();
    decision.current?.focus({ preventScroll: true });
  };
  return (
    <div class="trying">
      <section class="given" aria-label={say('ticket.facts')}>
        <header class="bar">
          <h1>{say('ticket.title')}</h1>
          <div class="buttons">
            <button type="button" class="jump" onClick={toDecision}>
              {say('ticket.toDecision')}
            </button>
            <button type="button" onClick={clear}>
              {say('ticket.clear')}
            </button>
          </div>
        </header>
        <Tabs
          chosen={way}
          label={say('ticket.facts')}
          tabs={[
            ['form', say('ticket.form')],
            ['json', 'JSON'],
          ]}
        >
          {way.value === 'form' ? <Form /> : <JsonFacts />}
        </Tabs>
      </section>
      <section class="decided" ref={decision} tabIndex={-1} aria-label={say('ticket.decision')}>
        <p class="said" role="status">
          {refused.value.length
            ? say('ticket.refused')
            : tried.value
              ? say(isEdited.value ? 'ticket.byEdited' : 'ticket.byWritten', copy.value?.edition ?? '')
              : say('wait')}
        </p>
        <Refusals lines={refused.value} />
        {tried.value && (
          <Tabs
            chosen={shown}
            label={say('ticket.decision')}
            tabs={[
              ['answer', say('ticket.decision')],
              ['questions', say('ticket.questions', tried.value.questions.length)],
              ['whyNot', say('ticket.whyNot')],
              ['whatIf', say('ticket.whatIf')],
              ['timeline', say('ticket.timeline')],
              ['letter', say('ticket.letter')],
              ['scenario', say('ticket.scenario')],
            ]}
          >
            {shown.value === 'answer' && <Answer tried={tried.value} />}
            {shown.value === 'questions' && <Asks questions={tried.value.questions} />}
            {shown.value === 'whyNot' && <WhyNotAsked />}
            {shown.value === 'whatIf' && <WhatIf />}
            {shown.value === 'timeline' && <Ahead />}
            {shown.value === 'letter' && <p class="letter">{tried.value.letter}</p>}
            {shown.value === 'scenario' && <AddScenario />}
          </Tabs>
        )}
      </section>
    </div>
  );
}

function JsonFacts() {
  return (
    <div class="field">
      <label for="facts-json">{say('ticket.paste')}</label>
      <textarea
        id="facts-json"
        class="code"
        rows={24}
        spellcheck={false}
        value={factsText.value}
        aria-invalid={!facts.value}
        onInput={event => {
          factsText.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}

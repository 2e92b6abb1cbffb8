// @ts-check
/** A pre-alert, as the crew gave it: age, time, mechanism, injuries, signs, treatment. */
import { html, nothing } from 'lit-html';
import { act, fateView } from '../care/acts.js';
import { closeForm, formView, isOpen, opener } from '../care/form.js';
import { ageAndSex, line, nameOf, newsView } from '../care/patient.js';
import { keyOf, state } from '../care/state.js';
import { running, shortClock } from '../shared/format.js';
import { secondsSince } from '../shared/server-clock.js';
import { carrier, etaSeconds } from './arrivals.js';

const BAY = /^[A-Z0-9][A-Z0-9 /-]{0,15}$/;

/** @param {any} entry @param {string} bay */
async function acknowledge(entry, bay) {
  const done = await act('AcknowledgePreAlert', { patient: entry.care.id, bay }, `${nameOf(entry)} expected in ${bay}`);
  if (done) {
    closeForm();
  }
}

/** @param {any} entry */
export function warningView(entry) {
  const key = keyOf(entry.care.id);
  const { preAlert } = entry;
  const sent = entry.care.arrangements.preAlert.sentAt;
  const eta = etaSeconds(entry);
  const form = `bay ${key}`;
  return html`<article class="warning" data-warning=${key}>
    <header>
      <b class="who">${nameOf(entry)}</b> <span>${ageAndSex(entry)}</span> ${newsView(entry)}
      <span class="sign">${carrier(entry)?.unit ?? 'crew not known'}</span>
      <b class="num eta">${eta === undefined ? 'arrival not known yet' : eta > 0 ? `here in ${running(eta)}` : 'expected now'}</b>
      <span class="muted">warned ${shortClock(sent)}, ${running(secondsSince(sent))} ago</span>
    </header>
    ${preAlert
      ? html`<dl class="atmist">
          ${line('Age', preAlert.age)}${line('Time', preAlert.time)}${line('Mechanism or complaint', preAlert.mechanism)}
          ${line('Injuries', preAlert.injuries)}${line('Signs', preAlert.signs)}${line('Treatment', preAlert.treatment)}
        </dl>`
      : html`<p class="unknown">The words of the pre-alert cannot be read: call the crew.</p>`}
    <div class="buttons">${isOpen(form) ? nothing : opener(form, 'Acknowledge with a bay', { primary: true })}</div>
    ${formView({
      id: form, title: `You acknowledge as ${state.session.user}. Where shall the crew go?`, button: 'Acknowledge',
      fields: [{
        name: 'bay', label: 'Bay', kind: 'line', hint: 'For example RESUS 2', required: 'Name a bay.',
        check: (value) => (BAY.test(value.toUpperCase()) ? '' : 'At most 16 capitals, digits, blanks, / or -.'),
      }],
      send: ({ bay }) => acknowledge(entry, bay.toUpperCase()),
    })}
    ${fateView(key)}
  </article>`;
}

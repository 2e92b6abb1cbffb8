// @ts-check
/** Where care should happen, agreed with the crew: proposed on the tablet, or recorded as said by voice. */
import { html, nothing } from 'lit-html';
import { isBusy } from '../care/acts.js';
import { formView, opener } from '../care/form.js';
import { nameOf } from '../care/patient.js';
import { keyOf, named, state } from '../care/state.js';
import { agreementWords } from '../shared/contact-words.js';
import { DISPOSITIONS } from '../shared/words.js';
import { give, optionsOf } from './giving.js';

const { TREAT_AT_SCENE, COMMUNITY, ACUTE } = DISPOSITIONS;
const WHERE = { TREAT_AT_SCENE, COMMUNITY, ACUTE };
const THIRD = { EMERGENCY_CONSULTANT: 'Emergency consultant', SPECIALIST: 'Specialist', GENERAL_PRACTITIONER: 'General practitioner', SERVICE_CLINICIAN: 'Clinician of the service' };

/** @param {Record<string, string>} it */
function outcomeOf({ disposition, hospital, service }) {
  const to = disposition === 'ACUTE' ? hospital : service;
  return { disposition, ...(to && { service: to }) };
}

/** @returns {import('../care/form.js').Field[]} */
function whereFields() {
  return [
    { name: 'disposition', label: 'Where care should happen', kind: 'choice', options: WHERE, required: 'Choose where care happens.' },
    { name: 'hospital', label: 'Hospital', kind: 'choice', options: optionsOf('HOSPITAL'), when: (it) => it.disposition === 'ACUTE' },
    { name: 'service', label: 'Service', kind: 'choice', options: optionsOf('SERVICE'), when: (it) => it.disposition === 'COMMUNITY' },
    { name: 'summary', label: 'Why', kind: 'text', required: 'Say why: the crew reads it.' },
  ];
}

/** @param {any} entry */
export function agreementView(entry) {
  const { care } = entry;
  const crews = (entry.incident?.units ?? []).length > 0;
  if (!care.agreement && (!crews || care.arrangements.handover)) {
    return nothing;
  }
  const key = keyOf(care.id);
  const busy = isBusy(key);
  const author = state.session.user;
  const [proposeId, voiceId] = ['propose', 'voice'].map((it) => `${it} ${key}`);
  return html`${care.agreement ? html`<p class="why calm" id="agreement" data-agreement=${care.agreement.state}><b>${agreementWords(care.agreement, named)}.</b> ${entry.agreement?.summary ?? ''}</p>` : nothing}
    ${crews && !care.arrangements.handover
      ? html`<div class="buttons" role="group" aria-label="Agree with the crew">
          ${opener(proposeId, 'Propose to the crew', { disabled: busy })} ${opener(voiceId, 'Agreed by voice', { disabled: busy })}</div>
        ${formView({
          id: proposeId, title: 'The crew reads it on the tablet, and agrees or decides otherwise', button: 'Propose', fields: whereFields(),
          send: (it) => void give('ProposeOutcome', { patient: care.id, outcome: outcomeOf(it), words: { summary: it.summary, author }, saw: care.version }, `Propose for ${nameOf(entry)}: ${DISPOSITIONS[it.disposition]}`),
        })}
        ${formView({
          id: voiceId, title: 'What was agreed by voice, and with whom', button: 'Record it',
          fields: [
            ...whereFields(),
            { name: 'held', label: 'The crew', kind: 'choice', options: { agreed: 'agrees', otherwise: 'decides otherwise' }, begin: 'agreed', required: 'Choose what the crew says.' },
            { name: 'crew', label: "The crew's clinician", kind: 'line', required: 'Name who spoke for the crew.' },
            { name: 'third', label: 'Who else took part', kind: 'choice', options: THIRD },
            { name: 'thirdName', label: 'By name', kind: 'line', when: (it) => it.third !== '', required: 'Name them.' },
          ],
          send: (it) => void give('AgreeOutcome', {
            patient: care.id, outcome: outcomeOf(it), agreed: it.held === 'agreed',
            with: [{ role: 'CREW_CLINICIAN' }, ...(it.third ? [{ role: it.third }] : [])],
            words: { summary: `${it.summary}\nFor the crew: ${it.crew}${it.third ? `\n${THIRD[/** @type {keyof typeof THIRD} */ (it.third)]}: ${it.thirdName}` : ''}`, author },
          }, `Agreed by voice for ${nameOf(entry)}: ${DISPOSITIONS[it.disposition]}`),
        })}`
      : nothing}`;
}

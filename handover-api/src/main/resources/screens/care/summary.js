// @ts-check
/**
 * What is known of a patient before the decision, for the crew and for the hub: plans first, each
 * with its weight in law and what has to be asked of it, then allergies, medicines, problems,
 * encounters. How far it can be relied on is always said in words; nothing received is never none.
 */
import { html, nothing } from 'lit-html';
import { shortClock } from '../shared/format.js';

/** @type {Record<string, string>} */
export const PLAN_NAMES = {
  ADVANCE_DECISION: 'Advance decision (ADRT)',
  LASTING_POWER_OF_ATTORNEY: 'Lasting power of attorney',
  DEPUTY: 'Deputy of the court',
  RESPECT: 'ReSPECT plan',
  DNACPR: 'DNACPR',
  PREFERRED_PLACE_OF_CARE: 'Preferred place of care',
  OTHER_PLAN: 'Another plan',
};

const NOTHING_RECEIVED = {
  plans: 'Nothing received about plans: this is NOT no plans. Ask, and look for a paper.',
  allergies: 'Nothing received about allergies: this is NOT no allergies. Ask.',
  medicines: 'Nothing received about medicines: this is NOT no medicines. Ask.',
  problems: 'Nothing received about problems: this is NOT no problems.',
  encounters: 'Nothing received about earlier encounters: this is NOT none.',
};

const NONE_RECORDED = {
  allergies: 'No known allergies: the record says so itself.',
  medicines: 'No known medicines: the record says so itself.',
  problems: 'No known problems: the record says so itself.',
  encounters: 'No encounters: the record says so itself.',
};

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short', year: 'numeric' });
const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', month: 'short', year: 'numeric' });
const PLAIN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const DAY_MILLIS = 86_400_000;

/** A day that is known whole or in part, in words. @param {string | undefined} day */
export function dayWords(day) {
  if (!day) {
    return '';
  }
  return day.length >= 10 ? DAY.format(Date.parse(`${day}T12:00:00Z`)) : day.length === 7 ? MONTH.format(Date.parse(`${day}-15T12:00:00Z`)) : day;
}

/** For example 14:02, yesterday 14:02, 3 Nov 2026 14:02. @param {string} instant @param {number} now */
export function whenWords(instant, now) {
  const day = PLAIN_DAY.format(Date.parse(instant));
  const clock = shortClock(instant);
  if (day === PLAIN_DAY.format(now)) {
    return clock;
  }
  return day === PLAIN_DAY.format(now - DAY_MILLIS) ? `yesterday ${clock}` : `${DAY.format(Date.parse(instant))} ${clock}`;
}

/** How a summary stands, in one line. @param {any} value @param {number} now */
export function standingWords(value, now) {
  if (value.state === 'FRESH') {
    return `Read ${whenWords(value.readAt, now)} from the practice record.`;
  }
  if (value.state === 'CACHED') {
    return `Copy of ${whenWords(value.readAt, now)}. ${value.fault?.sentence ?? ''}`;
  }
  return value.words;
}

/** Whether anything of it must not be overlooked. @param {any} value */
export function isAlarming(value) {
  return value.fault?.kind === 'MISMATCH';
}

/**
 * @typedef {object} Known what a page knows of a summary
 * @property {any} [value] as the server last answered
 * @property {number} [readAt] when this page got it
 * @property {string} [fault] why the server cannot be asked now
 * @property {boolean} [reading]
 */

/** @param {Known} known @param {number} now */
function standingView(known, now) {
  const { value, fault } = known;
  if (!value) {
    return html`<p class="standing none" id="summary-standing" data-state="NONE" role="status">${fault
      ? `The record has not been read. ${fault}`
      : 'The record is being read. Nothing has to wait for it.'}</p>`;
  }
  const tone = isAlarming(value) ? 'alarm' : value.state === 'FRESH' ? 'good' : 'old';
  return html`<p class="standing ${tone}" id="summary-standing" data-state=${value.state} data-fault=${value.fault?.code ?? ''} role="status">
      ${isAlarming(value) ? html`<b>Safety. </b>` : nothing}${standingWords(value, now)}</p>
    ${fault ? html`<p class="standing old" id="summary-link">As this device last had it, at ${whenWords(new Date(known.readAt ?? now).toISOString(), now)}. ${fault}</p>` : nothing}`;
}

/** @param {any} section */
function faultView(section) {
  return section.fault ? html`<p class="section-fault"><b>Not whole.</b> ${section.fault.sentence} There may be more.</p>` : nothing;
}

/** @param {any} plan */
function dueView({ due, plan }) {
  switch (due) {
    case 'EXPIRED':
      return html`<span class="due past">Expired ${dayWords(plan.expires)}</span>`;
    case 'REVIEW_PASSED':
      return html`<span class="due past">Review was due ${dayWords(plan.review)}</span>`;
    case 'IN_DATE':
      return html`<span class="due">${plan.review ? `Review by ${dayWords(plan.review)}` : `Until ${dayWords(plan.expires)}`}</span>`;
    default:
      return html`<span class="due">No review date recorded</span>`;
  }
}

/** @param {string} term @param {string | undefined} words */
const fact = (term, words) => (words ? html`<div><dt>${term}</dt><dd>${words}</dd></div>` : nothing);

/** @type {Record<string, string>} */
const CPR_WORDS = { ATTEMPT: 'resuscitation is recommended', DO_NOT_ATTEMPT: 'resuscitation is not recommended' };

/** @param {any} shown @param {number} index @param {any[]} conflicts @param {((plan: any, index: number) => unknown) | undefined} answers */
function planView(shown, index, conflicts, answers) {
  const { plan } = shown;
  const against = conflicts.some((it) => it.first === index || it.second === index);
  return html`<li class="known-plan ${against ? 'against' : ''} ${plan.active ? '' : 'past'}" data-kind=${plan.kind}>
    <h4>${PLAN_NAMES[plan.kind] ?? plan.kind} ${plan.active ? nothing : html`<span class="due past">Not in force, as the record says</span>`} ${dueView(shown)}</h4>
    <p class="meaning">${shown.meaning}</p>
    <p class="plan-text">${plan.text}</p>
    ${shown.warning ? html`<p class="warning"><b>Doubtful.</b> ${shown.warning}</p>` : nothing}
    <dl class="plan-facts">${fact('Made', dayWords(plan.made))}${fact('By', plan.by)}${fact('CPR', CPR_WORDS[plan.cpr])}${fact('Original', plan.original ?? 'the record does not say where it is')}</dl>
    ${answers ? answers(shown, index) : html`<ul class="asks">${shown.asks.map((/** @type {string} */ it) => html`<li>${it}</li>`)}</ul>`}
  </li>`;
}

/** @param {any} value @param {((plan: any, index: number) => unknown) | undefined} answers */
function plansView(value, answers) {
  const section = value.plans;
  return html`<section class="known-section plans" aria-labelledby="known-plans">
    <h3 id="known-plans">Advance care plans</h3>
    <p class="before-all">${value.first}</p>
    ${section.conflicts.map((/** @type {any} */ it) => html`<p class="conflict" role="alert"><b>Stop: plans contradict each other.</b> ${it.sentence}</p>`)}
    ${faultView(section)}
    ${section.plans.length
      ? html`<ol class="known-plans">${section.plans.map((/** @type {any} */ it, /** @type {number} */ index) => planView(it, index, section.conflicts, answers))}</ol>`
      : html`<p class="nothing">${NOTHING_RECEIVED.plans}</p>`}
  </section>`;
}

/** @type {Record<string, string>} */
const SEVERITY = { MILD: 'mild', MODERATE: 'moderate', SEVERE: 'SEVERE' };

/** @param {any} it */
function entryView(it) {
  return html`<li class=${it.active ? '' : 'past'}><b>${it.text}</b>${it.note ? `: ${it.note}` : ''}
    ${it.severity ? html`<span class="severity" data-severity=${it.severity}>${SEVERITY[it.severity] ?? it.severity}</span>` : nothing}
    ${it.active ? nothing : html`<span class="due past">past</span>`}
    ${it.since ? html`<span class="since">${dayWords(it.since)}</span>` : nothing}</li>`;
}

/** @param {'allergies' | 'medicines' | 'problems' | 'encounters'} name @param {string} title @param {any} section */
function sectionView(name, title, section) {
  const says = section.state === 'NONE_RECORDED' ? [] : section.says;
  return html`<section class="known-section ${name}" data-section=${name} data-state=${section.state} aria-labelledby="known-${name}">
    <h3 id="known-${name}">${title}</h3>
    ${faultView(section)}
    ${section.state === 'NOTHING_RECEIVED' ? html`<p class="nothing">${NOTHING_RECEIVED[name]}</p>` : nothing}
    ${section.state === 'NONE_RECORDED' ? html`<p class="none-recorded">${NONE_RECORDED[name]}</p>` : nothing}
    ${section.entries.length ? html`<ul class="entries">${section.entries.map(entryView)}</ul>` : nothing}
    ${says.length ? html`<p class="says">The record also says: ${says.join('; ')}.${section.entries.length ? '' : ' That speaks of nothing else.'}</p>` : nothing}
  </section>`;
}

/** @param {any} patient */
function whoView(patient) {
  const words = [patient.name, patient.birthDate ? `born ${dayWords(patient.birthDate)}` : 'birth date not recorded', patient.gender, patient.practice].filter(Boolean).join(' · ');
  return html`<p class="record-of"><b>The record is of</b> ${words}. <span class="check">Check that this is who is before you.</span></p>`;
}

/**
 * @param {Known} known
 * @param {{now: number, again?: () => void, answers?: (plan: any, index: number) => unknown}} page
 */
export function summaryView(known, { now, again, answers }) {
  const { value } = known;
  return html`<div class="known" id="known">
    <div class="known-head"><div>${standingView(known, now)}</div>
      ${again ? html`<button type="button" class="again" id="read-again" ?disabled=${known.reading} @click=${again}>${known.reading ? 'Reading' : 'Read again'}</button>` : nothing}</div>
    ${value?.plans
      ? html`${whoView(value.patient)} ${plansView(value, answers)}
          <div class="known-rest">${sectionView('allergies', 'Allergies', value.allergies)} ${sectionView('medicines', 'Medicines', value.medicines)}
          ${sectionView('problems', 'Problems', value.problems)} ${sectionView('encounters', 'Earlier encounters', value.encounters)}</div>`
      : html`<p class="nothing" id="nothing-known">Plans, allergies, medicines and problems are not known here. That is NOT none: ask, and look for papers.</p>`}
    <p class="approval">Sentences on plans are an engineering default: they need clinical approval.</p>
  </div>`;
}

/** Allergies in one line, for where there is little room. @param {any} value */
export function allergyWords(value) {
  const section = value?.allergies;
  if (!section) {
    return 'not known here: ask';
  }
  const active = section.entries.filter((/** @type {any} */ it) => it.active).map((/** @type {any} */ it) => it.text);
  if (active.length) {
    return `${active.join(', ')}${section.fault ? ', and maybe more' : ''}`;
  }
  return section.state === 'NONE_RECORDED' ? 'none known, the record says so' : 'nothing received, which is NOT none: ask';
}

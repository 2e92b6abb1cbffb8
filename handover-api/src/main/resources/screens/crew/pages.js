// @ts-check
/** Which page is shown, and what the big button at the foot does on it. */
import { html, nothing } from 'lit-html';
import { arrangeAction, arrangePage } from './arrange.js';
import { assessAction, assessPage, stepsView } from './assess.js';
import { becamePage } from './became.js';
import { decideAction, decidePage } from './decide.js';
import { handoverAction, handoverPage } from './handover.js';
import { firstView, headline, jobPage, newJobPage, patientPicker } from './job.js';
import { knownPage } from './known-page.js';
import { endedView, noJobPage } from './no-job.js';
import { nextStep } from './path.js';
import { sentPage } from './sent.js';
import { changed, state } from './store.js';

/** A second tap of a glove on the same place must not be the next step. */
const SETTLE_MILLIS = 700;

/** @type {[string, string][]} */
const TABS = [['job', 'Job'], ['assess', 'Assess'], ['decide', 'Decide'], ['arrange', 'Arrange'], ['handover', 'Handover']];

/** @type {Record<string, {page: (incident: number) => any, action: (incident: number) => import('./path.js').Action | undefined}>} */
const PAGES = {
  known: { page: knownPage, action: () => undefined },
  assess: { page: assessPage, action: assessAction },
  decide: { page: decidePage, action: decideAction },
  arrange: { page: arrangePage, action: arrangeAction },
  handover: { page: handoverPage, action: handoverAction },
};

let settledAt = 0;

/** @param {string} page */
function visit(page) {
  state.page = page;
  changed();
}

function tabsView() {
  return html`<nav class="tabs" aria-label="Pages of the job">${TABS.map(([page, words]) => html`<button type="button" data-page=${page}
    aria-current=${state.page === page || (page === 'job' && state.page === 'known') ? 'page' : 'false'} @click=${() => visit(page)}>${words}</button>`)}</nav>`;
}

/** @param {import('./situation.js').Situation} now @param {boolean} audible */
export function pageView(now, audible) {
  if (state.page === 'sent') {
    return sentPage(state.taps);
  }
  if (!now.job) {
    return state.page === 'became' ? html`${endedView()} ${becamePage()}` : noJobPage(now);
  }
  if (now.job.stage === 'ALLOCATED') {
    return html`${endedView(true)} ${newJobPage(now.job, audible)}`;
  }
  const { incident } = now.job;
  const shown = PAGES[state.page];
  return html`${endedView(true)} ${tabsView()}<div class="page-body">${shown
    ? html`<div class="form-head">${headline(now.job)} ${patientPicker(incident)}</div>
        <div class="first-slim">${firstView(incident)}</div> ${shown.page(incident)}`
    : jobPage(now.job)}</div>`;
}

/** What stands above the page while it scrolls; empty on most pages. @param {import('./situation.js').Situation} now */
export function aboveView(now) {
  return now.job && now.job.stage !== 'ALLOCATED' && state.page === 'assess' ? stepsView(now.job.incident) : undefined;
}

/** @param {import('./path.js').Action} action @param {string} id @param {string} tone */
function actionButton(action, id, tone) {
  const settling = Date.now() - settledAt < SETTLE_MILLIS;
  return html`<button type="button" id=${id} class=${tone} data-why=${action.why ?? ''} ?disabled=${!action.act} aria-disabled=${settling} @click=${() => {
    if (Date.now() - settledAt < SETTLE_MILLIS) {
      return;
    }
    settledAt = Date.now();
    setTimeout(changed, SETTLE_MILLIS + 20);
    action.act?.();
    changed();
  }}><b>${action.words}</b>${action.hint ? html`<span>${action.hint}</span>` : nothing}</button>`;
}

/** @param {import('./situation.js').Situation} now */
export function footerView(now) {
  if (!now.job) {
    return undefined;
  }
  const next = nextStep(now.job);
  const own = PAGES[state.page]?.action(now.job.incident);
  if (!own) {
    return actionButton(next, 'next-step', 'primary');
  }
  if (own.again) {
    return html`${actionButton(next, 'next-step', 'primary')} ${actionButton(own, 'page-action', 'second')}`;
  }
  const elsewhere = next.page !== state.page;
  return html`${actionButton(own, 'page-action', 'primary')}
    ${elsewhere ? actionButton({ ...next, hint: next.hint ?? 'next step' }, 'next-step', 'second') : nothing}`;
}

// @ts-check
/** Findings with three answers each, grouped by topic; threats to life and red flags come first. */
import { html } from 'lit-html';
import { TOPICS } from './findings-list.js';
import { threeWay } from './parts.js';

const FIRST = 3;

/** @typedef {(change: (findings: Record<string, boolean | undefined>) => void) => void} Change */

/** @param {Record<string, boolean | undefined>} findings @param {Change} change @param {'first' | 'rest'} which */
export function findingsView(findings, change, which) {
  const topics = which === 'first' ? TOPICS.slice(0, FIRST) : TOPICS.slice(FIRST);
  return topics.map((topic) => topicView(topic, findings, change));
}

/** @param {{topic: string, findings: [string, string][]}} topic @param {Record<string, boolean | undefined>} findings @param {Change} change */
function topicView({ topic, findings: asked }, findings, change) {
  const present = asked.filter(([code]) => findings[code] === true);
  const open = asked.filter(([code]) => findings[code] === undefined);
  return html`<details class="card topic" data-topic=${topic}>
    <summary><b>${topic}</b>
      <span class="tally">${present.length ? html`<b class="present">${present.map(([, words]) => words).join(', ')}</b>` : ''}
        ${open.length ? `${open.length} of ${asked.length} not asked` : 'all asked'}</span></summary>
    <div class="questions">${asked.map(([code, words]) => threeWay(code, words, findings[code], (value) => change((all) => {
      if (value === undefined) {
        delete all[code];
      } else {
        all[code] = value;
      }
    })))}</div>
    <button type="button" class="rest" data-rest ?disabled=${open.length === 0}
      @click=${() => change((all) => open.forEach(([code]) => { all[code] = false; }))}>All that is left here was asked: No</button>
  </details>`;
}

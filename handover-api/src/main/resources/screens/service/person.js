// @ts-check
/** What a team needs to know before it says yes, and before it goes. */
import { html, nothing } from 'lit-html';
import { knownView } from '../care/known.js';
import {
  ageAndSex, findingsView, nameOf, newsView, nhsView, proposalView, roundsView, whereWords, wordsView,
} from '../care/patient.js';
import { FLAGS, flagsInOrder } from '../shared/words.js';

/** @param {any} entry */
export function headView(entry) {
  return html`<header class="person"><div><b class="who">${nameOf(entry)}</b> <span>${ageAndSex(entry)}</span>
      <p class="muted">${nhsView(entry)}</p></div>${newsView(entry)}</header>
    <dl>
      <div><dt>Address</dt><dd>${entry.incident?.placeLabel ?? html`<span class="unknown">not in what was handed on: ask the desk</span>`}</dd></div>
      <div><dt>Why</dt><dd>${entry.incident?.complaint ?? 'see the words of the crew'}</dd></div>
      <div><dt>Crew</dt><dd>${whereWords(entry)}</dd></div>
      ${entry.incident?.flags?.length ? html`<div><dt>Warnings</dt><dd class="warn">${flagsInOrder(entry.incident.flags).map((it) => FLAGS[it] ?? it).join(', ')}</dd></div>` : nothing}
    </dl>
    ${wordsView(entry.referral, 'What the crew says')}`;
}

/** @param {any} entry */
export function moreView(entry) {
  return html`<details><summary>Findings, observations, GP record</summary>
    <h3>Found</h3>${findingsView(entry)}
    <h3>Observations</h3>${roundsView(entry)}
    <h3>What the rules call for</h3>${proposalView(entry)}
    <h3>GP record</h3>${knownView(entry.care.id)}
  </details>`;
}

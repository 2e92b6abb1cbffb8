// @ts-check
/**
 * What the person has in view of the open incident. Candidates never change place under the keys:
 * they stay as they were seen until the person looks again, and a command carries the versions of
 * that view.
 */
import { flagsInOrder } from '../shared/words.js';
import { copy, openIncident } from './store.js';
import { STATUSES, statusOf } from './symbols.js';

/** So many candidates have a place on screen. */
export const SHOWN_MAX = 5;

/**
 * @typedef {object} Pin
 * @property {any} incident as it was seen
 * @property {Map<string, number>} units call sign to the version that was on screen
 * @property {any} [exchange] the versions that an advised exchange rests on, as they were on screen
 */

/** @type {Pin | undefined} */
let pin;

/** @returns {Pin | undefined} */
export function pinned() {
  return pin;
}

/** Takes the open incident into view as it is now. */
export function look() {
  const incident = openIncident();
  const exchange = incident?.recommendation?.advice?.exchange?.exchange;
  pin = incident && {
    incident,
    units: versionsOf(shownCandidates(incident)),
    exchange: exchange && versionsFor(exchange),
  };
}

/** @param {any} incident @returns {any[]} */
export function shownCandidates(incident) {
  return (incident.recommendation?.candidates ?? []).slice(0, SHOWN_MAX);
}

/** @param {any[]} candidates */
function versionsOf(candidates) {
  return new Map(
    candidates.map((it) => [it.unit, copy.units.get(it.unit)?.version ?? it.unitVersion]),
  );
}

/**
 * Keeps the view in step where nothing that a choice rests on has changed: a crew's report, or a
 * first recommendation where none was in view.
 */
export function review() {
  const incident = openIncident();
  if (!incident) {
    pin = undefined;
  } else if (pin?.incident.incident !== incident.incident || !pin?.incident.recommendation) {
    look();
  } else if (pin.incident !== incident && !listChanges().length) {
    look();
  }
}

/** What has changed since the person looked, in words. @returns {string[]} */
export function listChanges() {
  const incident = openIncident();
  if (!pin || !incident || pin.incident.incident !== incident.incident) {
    return [];
  }
  const seen = pin.incident;
  const changes = [];
  if (seen.category !== incident.category) {
    changes.push(`category ${seen.category} is now ${incident.category}`);
  }
  if (JSON.stringify(seen.place) !== JSON.stringify(incident.place)) {
    changes.push('the place was corrected');
  }
  if (flagsInOrder(seen.flags).join() !== flagsInOrder(incident.flags).join()) {
    changes.push('the flags changed');
  }
  if (signs(seen.jobs) !== signs(incident.jobs)) {
    changes.push(`units on it: ${signs(incident.jobs) || 'none'}`);
  }
  if (seen.recommendation?.number !== incident.recommendation?.number) {
    changes.push(`recommendation ${incident.recommendation?.number ?? 'withdrawn'} has come in`);
  }
  return [...changes, ...unitChanges(), ...exchangeChanges()];
}

function unitChanges() {
  return [...(pin?.units ?? [])]
    .filter(([unit, version]) => copy.units.get(unit)?.version !== version)
    .map(([unit]) => {
      const now = copy.units.get(unit);
      return now ? `${unit} changed (${STATUSES[statusOf(now)].word})` : `${unit} has signed off`;
    });
}

/** The incident that would change hands is not the one in view. */
function exchangeChanges() {
  const exchange = pin?.incident.recommendation?.advice?.exchange?.exchange;
  const now = exchange && versionsFor(exchange);
  return now && ['incident', 'leaves', 'comes'].some((it) => now[it] !== pin?.exchange?.[it])
    ? ['the exchange rests on what has changed']
    : [];
}

/** The versions that the board shows now. @param {any} exchange */
export function versionsFor({ incident, leaves, comes, onto }) {
  return {
    incident: copy.incidents.get(incident)?.version ?? 1,
    leaves: copy.units.get(leaves)?.version ?? 1,
    comes: copy.units.get(comes)?.version ?? 1,
    ...(onto !== undefined && { onto: copy.incidents.get(onto)?.version ?? 1 }),
  };
}

/** @param {any[]} jobs */
function signs(jobs) {
  return jobs.map((job) => job.unit).sort().join(' ');
}

// @ts-check
/** What must be heard: a new incident of level 1, a crew that calls for help, the loss of the link. */
import { level } from '../shared/words.js';
import { acknowledgeEmergency } from './actions.js';
import {
  changed, copy, dataAgeSeconds, isBookedAhead, isWaiting, secondsSince, STALE_SECONDS, state,
} from './store.js';
import { play, soundState, wakeSound } from '../shared/sound.js';

export { soundState };

const REPEAT_SECONDS = 10;
const NEW_SECONDS_MAX = 120;
const KEPT = 'doorstep-acknowledged';
const KEPT_MAX = 500;

/** @typedef {{id: string, kind: 'c1' | 'crew' | 'link', title: string, text: string, incident?: number, unit?: string, playedAt: number}} Alert */

/** The oldest first. @type {Alert[]} */
let alerts = [];
/** Incidents of level 1 that have been looked at once. @type {Set<number>} */
const known = new Set();
let wasLost = false;
let began = false;

export function listAlerts() {
  return alerts;
}

/** @param {number} incident */
export function isAlerting(incident) {
  return alerts.some((alert) => alert.incident === incident);
}

/** Looks for what is new; called after every change of the board and once a second. */
export function watchAlerts() {
  if (!state.ready) {
    return;
  }
  for (const incident of copy.incidents.values()) {
    const urgent = level(incident.category) === 1 && !isBookedAhead(incident);
    if (!urgent) {
      known.delete(incident.incident);
    } else if (!known.has(incident.incident)) {
      known.add(incident.incident);
      raiseUrgent(incident);
    }
  }
  began = true;
  alerts = alerts.filter((it) => it.kind !== 'c1' || stillUrgent(it.incident));
  watchCrews();
  watchLink();
}

/** A crew's call sounds on every board until one of them has acknowledged it for all. */
function watchCrews() {
  for (const unit of copy.units.values()) {
    const id = `crew-${unit.unit}-${unit.emergency?.raisedAt}`;
    const calls = unit.emergency && !unit.emergency.acknowledged;
    if (calls && !alerts.some((it) => it.id === id)) {
      raise({
        id,
        kind: 'crew',
        title: `Crew emergency: ${unit.unit}`,
        text: unit.job ? `calls for urgent help at ${unit.job.incident}` : 'calls for urgent help',
        incident: unit.job?.incident,
        unit: unit.unit,
        playedAt: 0,
      });
    }
  }
  alerts.filter((it) => it.kind === 'crew' && !stillCalls(it)).forEach((it) => remove(it.id));
}

/** @param {Alert} alert */
function stillCalls(alert) {
  const emergency = copy.units.get(alert.unit ?? '')?.emergency;
  return emergency && !emergency.acknowledged;
}

/** @param {number | undefined} number */
function stillUrgent(number) {
  const incident = copy.incidents.get(number ?? 0);
  return incident && level(incident.category) === 1;
}

/** @param {any} incident */
function raiseUrgent(incident) {
  const id = `c1-${incident.incident}-${incident.clockStartedAt}`;
  const fresh = began || secondsSince(incident.clockStartedAt) < NEW_SECONDS_MAX;
  if (fresh && isWaiting(incident) && !kept().includes(id)) {
    raise({
      id,
      kind: 'c1',
      title: `New ${incident.category}: ${incident.incident}`,
      text: [incident.complaint, incident.place?.label].filter(Boolean).join(' · '),
      incident: incident.incident,
      playedAt: 0,
    });
  }
}

function watchLink() {
  const lost = dataAgeSeconds() >= STALE_SECONDS;
  if (lost && !wasLost) {
    raise({ id: 'link', kind: 'link', title: 'Link lost', text: 'The board gets no news.', playedAt: 0 });
  } else if (!lost) {
    remove('link');
  }
  wasLost = lost;
}

/** @param {Alert} alert */
function raise(alert) {
  alerts = [...alerts, alert];
  changed('header', 'incidents');
  sound();
}

/** Plays what is due; called once a second. */
export function sound() {
  const now = performance.now();
  const due = alerts.find((it) => !it.playedAt || now - it.playedAt >= REPEAT_SECONDS * 1_000);
  if (due && play(due.kind)) {
    due.playedAt = now;
  }
}

/** @param {string} [id] the oldest where none is named */
export function acknowledge(id = alerts[0]?.id) {
  const alert = alerts.find((it) => it.id === id);
  if (!alert) {
    return false;
  }
  if (alert.kind === 'c1') {
    keep(alert.id);
    state.current = alert.incident;
  }
  if (alert.kind === 'crew' && alert.unit) {
    // It goes quiet here, and everywhere else, when the server has it.
    acknowledgeEmergency(alert.unit);
    return true;
  }
  remove(alert.id);
  return true;
}

/** @param {string} id */
function remove(id) {
  if (alerts.some((it) => it.id === id)) {
    alerts = alerts.filter((it) => it.id !== id);
    changed('header', 'incidents');
  }
}

/** @returns {string[]} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]');
  } catch {
    return [];
  }
}

/** @param {string} id */
function keep(id) {
  try {
    localStorage.setItem(KEPT, JSON.stringify([...kept(), id].slice(-KEPT_MAX)));
  } catch {
    // Then other tabs have to acknowledge for themselves.
  }
}

export function startShift() {
  wakeSound().then(() => {
    play('test');
    changed('header');
  });
}

// What one tab has acknowledged is quiet in all.
addEventListener('storage', (event) => {
  if (event.key === KEPT) {
    kept().forEach(remove);
  }
});

// @ts-check
/** Puts the board together: who is signed in, the reference data, the stream, the regions. */
import { html, nothing, render } from 'lit-html';
import { Refused, request } from '../shared/api.js';
import { restoreTheme } from '../shared/theme.js';
import { sound, watchAlerts } from './alerts.js';
import { isDraftBegun, draft } from './call-draft.js';
import { paintFooter } from './command-line.js';
import { refreshDetails } from './details.js';
import { paintHeader } from './header.js';
import { addPoint, isClosing } from './closure-draft.js';
import { hearRoads } from './closures.js';
import { followRooms } from './rooms.js';
import { closuresPane, showClosures } from './closures-pane.js';
import { refreshPlan } from './booked.js';
import { bookedPane, showBooked } from './booked-pane.js';
import { coverPane, showCoverPane } from './cover-pane.js';
import { incidentPane, isCorrecting, stopCorrecting } from './incident-pane.js';
import { paintIncidents } from './incidents.js';
import { keysPane, startKeys } from './keys.js';
import { followArea } from '../shared/live.js';
import { syncClosures } from './map-closures.js';
import { syncLines } from './map-lines.js';
import { syncMoves } from './map-moves.js';
import { resizeMap, startMap, syncIncidents, syncUnits } from './map.js';
import { newCallPane, pinCall, settleCall, startCall } from './new-call.js';
import { say } from './notice.js';
import { openIncidentPane } from './panes.js';
import { review } from './pin.js';
import { listPending, resume } from './sending.js';
import { changed, copy, forgetStamps, hearStamp, paints, state } from './store.js';
import { correctPlace } from './actions.js';
import { paintUnits, selectUnit } from './units.js';

const START_PAUSE_MILLIS = 2_000;

/** @type {{again: () => void, reopen: () => void} | undefined} */
let live;

/** @param {{kind: string, data?: any}} message */
function hear({ kind, data }) {
  if (kind === 'signed-out') {
    state.signedOut = true;
    return changed('header', 'footer', 'pane');
  }
  if (data.epoch && copy.epoch && data.epoch !== copy.epoch) {
    forgetStamps();
  }
  state.signedOut = false;
  hearStamp(data.now);
  const heard = HEARERS[kind]?.(data);
  if (heard) {
    changed(...heard);
  }
}

/** Each says which regions it touches. @type {Record<string, (data: any) => string[] | undefined>} */
const HEARERS = {
  snapshot: (board) => {
    copy.replace(board);
    state.ready = true;
    return afterBoard();
  },
  delta: (delta) => {
    const outcome = copy.move(delta);
    if (outcome === 'gap') {
      live?.again();
    }
    return outcome === 'moved' ? afterBoard() : undefined;
  },
  positions: (data) => {
    copy.place(data.positions);
    return ['units-map'];
  },
  heartbeat: (data) => {
    const was = state.deciding;
    state.deciding = data.deciding;
    state.reason = data.reason ?? '';
    hearRoads(data.roads);
    state.messages = { ...state.messages, ...data.messages };
    return was === data.deciding ? ['header'] : ['header', 'pane', 'footer'];
  },
};

function afterBoard() {
  review();
  refreshDetails();
  refreshPlan();
  watchAlerts();
  return ['header', 'incidents', 'pane', 'units', 'map', 'units-map', 'footer'];
}

let paneWas = 'none';

function paintPane() {
  const pane = /** @type {HTMLElement} */ (document.getElementById('pane'));
  const views = { none: () => nothing, incident: incidentPane, 'new-call': newCallPane, keys: keysPane, closures: closuresPane, booked: bookedPane, cover: coverPane };
  pane.hidden = state.pane === 'none';
  pane.dataset.pane = state.pane;
  document.body.dataset.pane = state.pane;
  render(html`${views[state.pane]()}`, pane);
  if (paneWas !== state.pane) {
    paneWas = state.pane;
    resizeMap();
  }
}

function startPaints() {
  paints('header', paintHeader);
  paints('incidents', paintIncidents);
  paints('pane', paintPane);
  paints('units', paintUnits);
  paints('map', () => {
    syncIncidents();
    syncLines();
    syncClosures();
    syncMoves();
  });
  paints('units-map', syncUnits);
  paints('footer', paintFooter);
}

/** @param {{lat: number, lon: number}} at @returns {boolean} whether the click meant a place */
function clickPlace(at) {
  if (state.pane === 'new-call') {
    pinCall(at);
    return true;
  }
  if (isClosing()) {
    addPoint(at);
    return true;
  }
  if (isCorrecting()) {
    const incident = copy.incidents.get(state.open ?? 0);
    stopCorrecting();
    correctPlace(incident, { ...at, ...(incident.place?.label && { label: incident.place.label }) });
    return true;
  }
  return false;
}

/** Clocks go on without news. */
function tick() {
  watchAlerts();
  sound();
  refreshPlan();
  changed('header', 'incidents', 'units', ...(['incident', 'cover'].includes(state.pane) ? ['pane'] : []));
}

/** @param {string} words */
function showStart(words) {
  const start = document.getElementById('start');
  if (start) {
    start.hidden = words === '';
    start.textContent = words;
  }
}

/** Reads who is signed in and the reference data, again and again until both are here. */
async function readStart() {
  for (;;) {
    try {
      state.session = await request('/api/session');
      const wanted = new URL(location.href).searchParams.get('area');
      state.area = state.session.areas.includes(wanted) ? wanted : state.session.areas[0];
      if (!state.area) {
        throw new Error('Your name has no area yet: ask whoever runs this server.');
      }
      state.reference = await request(`/api/areas/${state.area}/reference`);
      return;
    } catch (fault) {
      if (fault instanceof Refused && fault.problem.status === 401) {
        location.replace('/sign-in');
        return new Promise(() => {});
      }
      showStart(`${fault instanceof Error ? fault.message : fault} Trying again.`);
      await new Promise((resolve) => setTimeout(resolve, START_PAUSE_MILLIS));
    }
  }
}

function settle(/** @type {any} */ sending, /** @type {any} */ outcome) {
  if (sending.command === 'OpenIncident' || sending.command === 'AddCall') {
    settleCall(outcome);
  }
}

async function start() {
  restoreTheme();
  await readStart();
  showStart('');
  document.title = `${state.reference.name} · Doorstep`;
  document.getElementById('synthetic')?.toggleAttribute('hidden', !state.reference.map.synthetic);
  startPaints();
  startMap({ incident: openIncidentPane, unit: selectUnit, closure: showClosures, place: clickPlace });
  startKeys();
  addEventListener('doorstep-new-call', (event) => startCall(/** @type {CustomEvent} */ (event).detail ?? 0));
  addEventListener('doorstep-closures', () => showClosures());
  followRooms();
  addEventListener('doorstep-cover', () => showCoverPane());
  addEventListener('doorstep-booked', () => showBooked());
  live = followArea(state.area, hear);
  addEventListener('online', () => live?.reopen());
  resume(settle);
  draft.saving = listPending().some((it) => it.command === 'OpenIncident' || it.command === 'AddCall');
  if (isDraftBegun() || draft.saving) {
    startCall();
    say(draft.saving ? 'The call is still on its way.' : 'The call you began is still here.');
  }
  setInterval(tick, 1_000);
  changed();
}

start();

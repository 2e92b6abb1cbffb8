// @ts-check
/** The line at the foot: what is typed, what Enter will do, and what became of the last action. */
import { html, nothing, render } from 'lit-html';
import { perform } from './actions.js';
import { parse } from './command-parse.js';
import { noticeNow, say } from './notice.js';
import { openIncidentPane } from './panes.js';
import { fateInWords, sendings } from './sending.js';
import { changed, whyNotDeciding } from './store.js';

const PAST_MAX = 30;

let text = '';
/** What the preview said when it was read: a command carries these versions. @type {import('./command-parse.js').Meaning} */
let seen = { ok: false, words: '' };
/** @type {string[]} */
const past = [];
let at = -1;

export function focusCommandLine() {
  const input = field();
  input?.focus();
  input?.select();
}

/** @param {string} line */
export function fillCommandLine(line) {
  put(line);
  focusCommandLine();
  field()?.setSelectionRange(line.length, line.length);
}

function field() {
  return /** @type {HTMLInputElement | null} */ (document.getElementById('command-line'));
}

/** @param {string} line */
function put(line) {
  text = line;
  seen = parse(line);
  const input = field();
  if (input && input.value !== line) {
    input.value = line;
  }
  changed('footer');
}

/** Whether the board has moved under the preview. */
function hasChanged() {
  const now = parse(text);
  return seen.ok && JSON.stringify(now.body) !== JSON.stringify(seen.body);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key === 'Enter' && !event.isComposing) {
    event.preventDefault();
    enter();
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    event.preventDefault();
    recall(event.key === 'ArrowUp' ? 1 : -1);
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    put('');
    field()?.blur();
    dispatchEvent(new CustomEvent('doorstep-list'));
  }
}

/** @param {number} step */
function recall(step) {
  at = Math.max(-1, Math.min(past.length - 1, at + step));
  put(at < 0 ? '' : past[at]);
}

function enter() {
  if (!seen.ok) {
    seen = parse(text);
    if (!seen.ok) {
      return changed('footer');
    }
  } else if (hasChanged()) {
    seen = parse(text);
    return say(`Changed since you typed. Now: ${seen.words} Enter again does it.`, 'bad');
  }
  const meaning = seen;
  past.unshift(text);
  past.splice(PAST_MAX);
  at = -1;
  put('');
  say('');
  if (meaning.local === 'open') {
    openIncidentPane(meaning.body.incident);
  } else if (meaning.local) {
    dispatchEvent(new CustomEvent(`doorstep-${meaning.local}`, { detail: meaning.body }));
  } else {
    perform(/** @type {string} */ (meaning.command), meaning.body, meaning.deed ?? '');
  }
}

function previewView() {
  const tone = seen.ok ? (whyNotDeciding() ? 'bad' : 'good') : 'missing';
  const words = seen.ok && hasChanged() ? 'Changed since you typed: Enter shows it anew.' : seen.words;
  return html`<p id="preview" class=${text ? tone : ''} aria-live="polite">
    ${text ? html`${seen.ok ? html`<kbd>Enter</kbd> ` : nothing}${words}${seen.ok && whyNotDeciding() ? ` ${whyNotDeciding()}` : ''}` : html`<span class="muted">d 1042 A117 · s A117 scene · ? lists the keys</span>`}
  </p>`;
}

function lastView() {
  const notice = noticeNow();
  const last = sendings[0];
  const words = notice.text || (last ? fateInWords(last) : 'Nothing sent yet');
  const fate = notice.text ? (notice.tone === 'bad' ? 'refused' : 'said') : (last?.fate ?? 'none');
  const reverse = !notice.text && last?.command === 'AssignUnit' && last.fate === 'done';
  return html`<p id="last-action" class="fate-${fate}" data-fate=${fate} data-code=${last?.code ?? nothing} role="status" title=${words}>${words}</p>
    ${reverse ? html`<button type="button" class="quiet" id="reverse" @click=${reverseLast}>Stand down <kbd>u</kbd></button>` : nothing}`;
}

/** A unit that has been told cannot be unsent: the reverse act is offered instead. */
export function reverseLast() {
  const last = sendings[0];
  if (last?.command === 'AssignUnit' && last.fate === 'done') {
    fillCommandLine(`x ${last.body.incident} ${last.body.unit} `);
  }
}

export function paintFooter() {
  const others = sendings.slice(1).filter((it) => it.fate === 'unknown' || it.fate === 'sending');
  render(
    html`<label for="command-line"><kbd>/</kbd><span class="unseen">Command line</span></label>
      <input id="command-line" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200"
        aria-describedby="preview" placeholder="Command"
        @input=${(/** @type {any} */ event) => put(event.target.value)} @keydown=${onKey} />
      ${previewView()} ${lastView()}
      ${others.length ? html`<p class="fate-unknown" id="pending">${others.length} more without an answer</p>` : nothing}`,
    /** @type {HTMLElement} */ (document.getElementById('footer')),
  );
}

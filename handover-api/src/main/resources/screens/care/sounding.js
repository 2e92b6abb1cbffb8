// @ts-check
/** A sound that comes back until somebody has reacted; silent until the browser may sound. */
import { html } from 'lit-html';
import { changed } from '../shared/painting.js';
import { play, soundState, wakeSound } from '../shared/sound.js';

const REPEAT_SECONDS = 10;
let playedAt = -Infinity;

/** Called each second. @param {boolean} needed @param {import('../shared/sound.js').Sound} sound */
export function keepSounding(needed, sound) {
  const now = performance.now() / 1_000;
  if (!needed) {
    playedAt = -Infinity;
  } else if (now - playedAt >= REPEAT_SECONDS && play(sound)) {
    playedAt = now;
  }
}

async function wake() {
  await wakeSound();
  play('test');
  changed();
}

export function soundButton() {
  const sound = soundState();
  const words = { off: 'Turn sound on', blocked: 'Sound blocked: turn on', on: 'Sound on: test' }[sound];
  return html`<button type="button" id="sound" class=${sound === 'on' ? '' : 'warn'} @click=${wake}>${words}</button>`;
}

// @ts-check
/** Sounds made by the browser itself; they need a first click. */

/** @typedef {'c1' | 'crew' | 'job' | 'link' | 'test'} Sound */

/** Frequency in hertz, start and length in seconds. @type {Record<Sound, number[][]>} */
const TONES = {
  c1: [[880, 0, 0.16], [1175, 0.18, 0.16], [880, 0.36, 0.16], [1175, 0.54, 0.22]],
  crew: [[1320, 0, 0.1], [990, 0.12, 0.1], [1320, 0.24, 0.1], [990, 0.36, 0.1], [1320, 0.48, 0.1], [990, 0.6, 0.2]],
  job: [[784, 0, 0.2], [988, 0.22, 0.2], [1319, 0.44, 0.4]],
  link: [[440, 0, 0.3], [330, 0.34, 0.45]],
  test: [[660, 0, 0.12], [880, 0.14, 0.16]],
};
const LOUDNESS = 0.18;

/** @type {AudioContext | undefined} */
let context;

/** @returns {'off' | 'blocked' | 'on'} */
export function soundState() {
  if (!context) {
    return 'off';
  }
  return context.state === 'running' ? 'on' : 'blocked';
}

export async function wakeSound() {
  try {
    context ??= new AudioContext();
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
  } catch {
    // Shown as blocked.
  }
}

/** @param {Sound} sound @returns {boolean} whether it could be heard */
export function play(sound) {
  if (!context || context.state !== 'running') {
    return false;
  }
  for (const [hertz, start, length] of TONES[sound]) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    const begin = context.currentTime + start;
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.01);
    gain.gain.linearRampToValueAtTime(0, begin + length);
    tone.connect(gain).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + length);
  }
  return true;
}

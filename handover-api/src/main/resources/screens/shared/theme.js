// @ts-check
/** The theme, remembered by the browser; dark unless somebody chose otherwise. */

const KEY = 'doorstep-theme';

/** @returns {'dark' | 'light'} */
export function theme() {
  return document.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
}

export function restoreTheme() {
  let kept = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // Storage may be forbidden; the theme is then not remembered.
  }
  document.documentElement.dataset.theme = kept === 'light' ? 'light' : 'dark';
}

export function switchTheme() {
  const next = theme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // As above.
  }
}

/** The value of a colour token in the present theme. @param {string} token */
export function colour(token) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim();
}

// @ts-check
/** Signing in, by name and password or by the secret of a link. */
import { Refused, request } from './api.js';
import { homeOf } from './home.js';
import { restoreTheme } from './theme.js';

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);

/** @param {string} words @param {string} [field] the one to go to */
function showProblem(words, field) {
  at('problem-words').textContent = words;
  at('problem').hidden = false;
  document.title = 'Problem: sign in · Doorstep';
  at(field ?? 'problem').focus();
}

/** @param {unknown} fault @param {string} refused */
function words(fault, refused) {
  if (fault instanceof Refused) {
    return fault.problem.status === 401 || fault.problem.status === 403 ? refused : fault.message;
  }
  return 'The server does not answer. Try again; if it stays so, tell the operator.';
}

/** @param {boolean} busy */
function setBusy(busy) {
  at('submit').disabled = busy;
  at('submit').textContent = busy ? 'Signing in…' : 'Sign in';
}

/** @param {Event} event */
async function signIn(event) {
  event.preventDefault();
  const user = at('user').value.trim();
  const password = at('password').value;
  if (!user || !password) {
    return showProblem(user ? 'Enter your password.' : 'Enter your name.', user ? 'password' : 'user');
  }
  setBusy(true);
  try {
    location.replace(homeOf(await request('/api/session', { method: 'POST', body: { user, password } })));
  } catch (fault) {
    setBusy(false);
    showProblem(words(fault, 'The name or the password is not right. Check both and try again.'), 'password');
  }
}

/** @param {string} secret */
async function signInByLink(secret) {
  // The secret leaves the address at once, so that it is neither copied nor kept in the history.
  history.replaceState(null, '', '/sign-in');
  at('sign-in').hidden = true;
  at('linking').hidden = false;
  try {
    location.replace(homeOf(await request('/api/session/link', { method: 'POST', body: { secret } })));
  } catch (fault) {
    at('sign-in').hidden = false;
    at('linking').hidden = true;
    showProblem(words(fault, 'This link has been used or is too old. Sign in by name and password, or ask for a new link.'), 'user');
  }
}

restoreTheme();
at('sign-in').addEventListener('submit', signIn);
at('show').addEventListener('change', () => {
  at('password').type = at('show').checked ? 'text' : 'password';
});
if (location.hash.length > 1) {
  signInByLink(decodeURIComponent(location.hash.slice(1)));
}

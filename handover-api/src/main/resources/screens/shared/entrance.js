// @ts-check
/** The way into a page that has no stream: who is there, for which area, and what the area is. */
import { NoAnswer, Refused, request } from './api.js';

const AGAIN_MILLIS = 2_000;

/** @typedef {{session: any, area: string, reference: any}} Entered */

/**
 * Waits until the server has said who is there. Whoever has no session is sent to sign in; whoever
 * has no part in the page is told so, and nothing follows.
 * @param {Entered} page is filled in
 * @param {string[]} seeing the roles that have a part in it
 * @param {HTMLElement} start where it is said why nothing is shown yet
 * @returns {Promise<boolean>} whether the page may be shown
 */
export async function enter(page, seeing, start) {
  for (;;) {
    try {
      page.session = await request('/api/session');
      if (!page.session.roles.some((/** @type {string} */ role) => seeing.includes(role))) {
        start.textContent = `Your name (${page.session.user}) has no part in this page: ask whoever runs this server.`;
        return false;
      }
      const wanted = new URL(location.href).searchParams.get('area');
      page.area = page.session.areas.includes(wanted) ? wanted : page.session.areas[0];
      page.reference = await request(`/api/areas/${page.area}/reference`);
      start.hidden = true;
      return true;
    } catch (fault) {
      if (fault instanceof Refused && fault.problem.status === 401) {
        location.replace('/sign-in');
        return false;
      }
      start.textContent = `${fault instanceof NoAnswer ? 'The server does not answer.' : fault} Trying again.`;
      await new Promise((done) => setTimeout(done, AGAIN_MILLIS));
    }
  }
}

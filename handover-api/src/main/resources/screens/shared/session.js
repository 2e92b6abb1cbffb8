// @ts-check
/** Who is at the screen. */
import { request } from './api.js';

export async function signOut() {
  try {
    await request('/api/session', { method: 'DELETE' });
  } catch {
    // The sign-in page will tell; a session that is left ends by itself.
  }
  location.assign('/sign-in');
}

// @ts-check
/** Where each role works. */

/** The first that fits counts, for those who have several. @type {[string, string][]} */
const HOMES = [
  ['desk', '/board'],
  ['hub', '/hub'],
  ['crew', '/crew'],
  ['hospital', '/hospital'],
  ['service', '/service'],
  ['practice', '/practice'],
  ['planner', '/planner'],
  ['admin', '/protocol'],
];

/** The page of whoever has signed in. @param {{roles?: string[]} | undefined} session */
export function homeOf(session) {
  return HOMES.find(([role]) => session?.roles?.includes(role))?.[1] ?? '/board';
}

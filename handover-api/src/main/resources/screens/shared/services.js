// @ts-check
/** Hospitals, services and practices by the names that people know. */

/**
 * @param {any} reference of the area
 * @param {string | undefined} id
 * @returns {string} the id itself where the area's reference does not know it
 */
export function serviceName(reference, id) {
  if (!id) {
    return 'a service that is not named';
  }
  return findService(reference, id)?.name ?? id;
}

/** @param {any} reference @param {string | undefined} id @returns {any} */
export function findService(reference, id) {
  return reference?.services?.find((/** @type {any} */ it) => it.service === id);
}

/** @param {any} reference @param {'HOSPITAL' | 'SERVICE' | 'PRACTICE'} kind @returns {any[]} by name */
export function listServices(reference, kind) {
  return (reference?.services ?? [])
    .filter((/** @type {any} */ it) => it.kind === kind)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => a.name.localeCompare(b.name));
}

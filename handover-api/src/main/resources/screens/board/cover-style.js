// @ts-check
/** How cover looks on the map. */

/** @param {any} feature */
export function coverStyle(feature) {
  const { ol } = /** @type {any} */ (globalThis);
  const fill = getComputedStyle(document.documentElement).getPropertyValue(`--cover-${feature.get('band')}`).trim();
  return new ol.style.Style({ fill: new ol.style.Fill({ color: fill }) });
}

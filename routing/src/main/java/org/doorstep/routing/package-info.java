/**
 * The road network: import, snapping, travel times, drawn routes, tiles and the gazetteer; knows
 * nothing of dispatch.
 */
@NullMarked
package org.doorstep.routing;

import org.jspecify.annotations.NullMarked;

/**
 * The road network: import, snapping, travel times, drawn routes and tiles; knows nothing of
 * dispatch.
 */
@NullMarked
package org.doorstep.routing;

import org.jspecify.annotations.NullMarked;

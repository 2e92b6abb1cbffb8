/**
 * The order in which the nodes of a graph are contracted: found once per map, good for any weights.
 */
@NullMarked
package org.doorstep.routing.order;

import org.jspecify.annotations.NullMarked;

/** Tests of the hierarchy, on random graphs against plain Dijkstra. */
@NullMarked
package org.doorstep.routing.hierarchy;

import org.jspecify.annotations.NullMarked;

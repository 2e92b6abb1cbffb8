/**
 * Shortest times on a customisable contraction hierarchy: topology, customisation, labels, tables
 * and sweeps. Knows graphs and whole milliseconds, nothing of roads.
 */
@NullMarked
package org.doorstep.routing.hierarchy;

import org.jspecify.annotations.NullMarked;

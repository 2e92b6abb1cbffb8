/**
 * A small, fast world on a matrix of drives, in which policies of dispatch are compared over the
 * same calls: nothing but units, calls and drives.
 */
@NullMarked
package org.doorstep.simulator.matrix;

import org.jspecify.annotations.NullMarked;

/** The matrix world beside the engine's, and policies beside each other. */
@NullMarked
package org.doorstep.simulator.matrix;

import org.jspecify.annotations.NullMarked;

/** The product's own inbox for practices: handovers arrive, each once, and are read back. */
@NullMarked
package org.doorstep.handover.practice;

import org.jspecify.annotations.NullMarked;

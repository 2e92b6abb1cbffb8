/** Specifies the handover to the practice by example. */
@NullMarked
package org.doorstep.handover.letter;

import org.jspecify.annotations.NullMarked;

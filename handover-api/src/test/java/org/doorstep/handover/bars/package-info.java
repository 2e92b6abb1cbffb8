/** Specifies the receiving of messages by example. */
@NullMarked
package org.doorstep.handover.bars;

import org.jspecify.annotations.NullMarked;

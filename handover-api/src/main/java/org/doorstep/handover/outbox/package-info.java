/** Messages that are to leave: kept until their receiver has answered, in order, each once. */
@NullMarked
package org.doorstep.handover.outbox;

import org.jspecify.annotations.NullMarked;

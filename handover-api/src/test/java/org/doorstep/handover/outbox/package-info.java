/** Specifies what becomes of messages that leave, by example and over seeds. */
@NullMarked
package org.doorstep.handover.outbox;

import org.jspecify.annotations.NullMarked;

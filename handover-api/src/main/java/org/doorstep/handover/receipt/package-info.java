/** That a message has arrived, or why it was not taken, as plain data. */
@NullMarked
package org.doorstep.handover.receipt;

import org.jspecify.annotations.NullMarked;

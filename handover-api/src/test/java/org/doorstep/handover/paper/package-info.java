/** Letters on paper, read back. */
@NullMarked
package org.doorstep.handover.paper;

import org.jspecify.annotations.NullMarked;

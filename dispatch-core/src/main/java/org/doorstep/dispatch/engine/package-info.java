/** The area's state machine, confined to one thread, without I/O. */
@NullMarked
package org.doorstep.dispatch.engine;

import org.jspecify.annotations.NullMarked;

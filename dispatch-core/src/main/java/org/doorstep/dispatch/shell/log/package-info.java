/** The PostgreSQL log: append, fence, replay, snapshots. */
@NullMarked
package org.doorstep.dispatch.shell.log;

import org.jspecify.annotations.NullMarked;

/** JSON for events, commands, replies and snapshots. */
@NullMarked
package org.doorstep.dispatch.wire;

import org.jspecify.annotations.NullMarked;

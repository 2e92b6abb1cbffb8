/** Position fixes of units; never in the log. */
@NullMarked
package org.doorstep.dispatch.shell.telemetry;

import org.jspecify.annotations.NullMarked;

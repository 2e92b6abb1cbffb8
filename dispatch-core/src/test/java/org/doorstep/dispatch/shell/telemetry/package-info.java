/** Position fixes on a real PostgreSQL. */
@NullMarked
package org.doorstep.dispatch.shell.telemetry;

import org.jspecify.annotations.NullMarked;

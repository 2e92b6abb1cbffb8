/** The log on a real PostgreSQL. */
@NullMarked
package org.doorstep.dispatch.shell.log;

import org.jspecify.annotations.NullMarked;

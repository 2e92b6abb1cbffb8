/** The keeper of an area under failure, on a real PostgreSQL. */
@NullMarked
package org.doorstep.dispatch.shell;

import org.jspecify.annotations.NullMarked;

/** The incident record on a real PostgreSQL. */
@NullMarked
package org.doorstep.dispatch.shell.record;

import org.jspecify.annotations.NullMarked;

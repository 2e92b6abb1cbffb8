/** Tests of the database behind the shell, on a real PostgreSQL. */
@NullMarked
package org.doorstep.dispatch.shell.database;

import org.jspecify.annotations.NullMarked;

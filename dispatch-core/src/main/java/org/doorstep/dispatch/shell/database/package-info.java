/** Opens PostgreSQL, bundled or external, checks that it is durable, and migrates the schemas. */
@NullMarked
package org.doorstep.dispatch.shell.database;

import org.jspecify.annotations.NullMarked;

/** Puts a server together, and the subcommands of the one runnable jar. */
@NullMarked
package org.doorstep.server.launch;

import org.jspecify.annotations.NullMarked;

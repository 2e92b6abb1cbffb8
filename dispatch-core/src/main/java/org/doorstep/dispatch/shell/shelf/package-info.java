/** The shelf of decision tables: all their versions, which of them an area runs, and the shadow. */
@NullMarked
package org.doorstep.dispatch.shell.shelf;

import org.jspecify.annotations.NullMarked;

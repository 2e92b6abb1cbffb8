/** Tests of the shelf of decision tables. */
@NullMarked
package org.doorstep.dispatch.shell.shelf;

import org.jspecify.annotations.NullMarked;

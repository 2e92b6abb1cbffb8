/** Reads decision tables as clinicians keep them, and compiles them for the pure core. */
@NullMarked
package org.doorstep.dispatch.shell.protocol;

import org.jspecify.annotations.NullMarked;

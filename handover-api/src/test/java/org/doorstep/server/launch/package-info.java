/** Specifies the package of the same name. */
@NullMarked
package org.doorstep.server.launch;

import org.jspecify.annotations.NullMarked;

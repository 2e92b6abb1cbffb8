/** Specifies the package of the same name. */
@NullMarked
package org.doorstep.server;

import org.jspecify.annotations.NullMarked;

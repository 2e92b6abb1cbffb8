/** Specifies the package of the same name. */
@NullMarked
package org.doorstep.dispatch.shell.cluster;

import org.jspecify.annotations.NullMarked;

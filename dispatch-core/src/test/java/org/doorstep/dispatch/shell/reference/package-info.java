/** Tests of the files that an area is made of. */
@NullMarked
package org.doorstep.dispatch.shell.reference;

import org.jspecify.annotations.NullMarked;

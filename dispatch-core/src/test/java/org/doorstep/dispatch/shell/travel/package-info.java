/** Tests of drive times and of the roads they are found on. */
@NullMarked
package org.doorstep.dispatch.shell.travel;

import org.jspecify.annotations.NullMarked;

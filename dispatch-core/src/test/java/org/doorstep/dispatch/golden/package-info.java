/** A small town told in words, and the lines of what its area decided. */
@NullMarked
package org.doorstep.dispatch.golden;

import org.jspecify.annotations.NullMarked;

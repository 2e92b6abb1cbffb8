/** Tests of the order of contraction. */
@NullMarked
package org.doorstep.routing.order;

import org.jspecify.annotations.NullMarked;

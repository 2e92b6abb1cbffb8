/** Tests of what is made of records. */
@NullMarked
package org.doorstep.handover.gp;

import org.jspecify.annotations.NullMarked;

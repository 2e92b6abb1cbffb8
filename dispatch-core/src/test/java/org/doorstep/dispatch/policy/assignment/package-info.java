/** Tests of the batched assignment against slower ways to the same answer. */
@NullMarked
package org.doorstep.dispatch.policy.assignment;

import org.jspecify.annotations.NullMarked;

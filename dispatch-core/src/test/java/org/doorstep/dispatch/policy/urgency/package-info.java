/** Tests of what an area weighs when it sends units. */
@NullMarked
package org.doorstep.dispatch.policy.urgency;

import org.jspecify.annotations.NullMarked;

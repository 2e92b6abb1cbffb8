/** The area's own policy: all waiting patients, all units and cover weighed at once. */
@NullMarked
package org.doorstep.dispatch.policy.area;

import org.jspecify.annotations.NullMarked;

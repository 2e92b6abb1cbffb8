/** What the area's own policy promises, on states that nobody thought of. */
@NullMarked
package org.doorstep.dispatch.policy.area;

import org.jspecify.annotations.NullMarked;

/** Exact assignment of many units to many waiting incidents at once, with its prices. */
@NullMarked
package org.doorstep.dispatch.policy.assignment;

import org.jspecify.annotations.NullMarked;

/** Ranking by example and by property. */
@NullMarked
package org.doorstep.dispatch.policy;

import org.jspecify.annotations.NullMarked;

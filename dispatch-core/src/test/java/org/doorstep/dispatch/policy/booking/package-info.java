/** Plans of booked journeys: decision tables, and the slow twin of the search. */
@NullMarked
package org.doorstep.dispatch.policy.booking;

import org.jspecify.annotations.NullMarked;

/** Plans booked journeys around emergencies: a question in, a proposal with reasons out. */
@NullMarked
package org.doorstep.dispatch.policy.booking;

import org.jspecify.annotations.NullMarked;

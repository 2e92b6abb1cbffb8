/** What an area weighs when it sends units: its rules, and the cost of a later arrival. */
@NullMarked
package org.doorstep.dispatch.policy.urgency;

import org.jspecify.annotations.NullMarked;

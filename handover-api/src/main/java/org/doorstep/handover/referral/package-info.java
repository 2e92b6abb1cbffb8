/** The offer of a patient to a community service, and its answer, as plain data. */
@NullMarked
package org.doorstep.handover.referral;

import org.jspecify.annotations.NullMarked;

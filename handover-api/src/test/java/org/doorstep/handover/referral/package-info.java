/** Specifies referrals and their answers by example. */
@NullMarked
package org.doorstep.handover.referral;

import org.jspecify.annotations.NullMarked;

package org.doorstep.handover.referral;

import java.util.UUID;
import org.doorstep.handover.letter.CaseReference;

/**
 * By what a referral is known.
 *
 * @param referral the request's own identity, the same in its update and its cancellation
 * @param journey the patient's journey, the same in every message of every service about this need;
 *     echoed where another service has begun it
 */
public record ReferralNames(UUID referral, UUID journey, CaseReference about) {}

package org.doorstep.handover.referral;

/**
 * Writes referrals and reads their answers, as messages of the national standard (BaRS).
 *
 * <p>An interface although there is one implementation: one package alone may see the FHIR library
 * and needs the records of this one, and packages form no cycle.
 */
public interface ReferralTranslator {
  /** The message, FHIR R4 in JSON, UTF-8; the same bytes for the same referral. */
  byte[] write(ReferralMessage message);

  /** Reads an answer; never throws for what a sender may have sent. */
  ReplyReading readReply(byte[] message);

  /**
   * The answer that a service would send to a request of ours; for services that are played.
   *
   * @param request what {@link #write} has written
   */
  byte[] writeReply(byte[] request, ReferralReply reply);
}

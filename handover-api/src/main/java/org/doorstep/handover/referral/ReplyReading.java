package org.doorstep.handover.referral;

/** What became of reading a body as the answer to a referral. */
public sealed interface ReplyReading {
  /** It is one. */
  record Understood(ReferralReply reply) implements ReplyReading {}

  /**
   * It is none that can be matched.
   *
   * @param where the element that is wrong, as a FHIRPath
   * @param sentence what is wrong, never with patient data
   */
  record Refused(String where, String sentence) implements ReplyReading {}
}

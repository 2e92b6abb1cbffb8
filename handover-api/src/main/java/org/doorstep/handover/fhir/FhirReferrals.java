package org.doorstep.handover.fhir;

import org.doorstep.handover.referral.ReferralMessage;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralTranslator;
import org.doorstep.handover.referral.ReplyReading;

/** Referrals and their answers as messages of BaRS. Thread-safe; the first use takes long. */
public final class FhirReferrals implements ReferralTranslator {
  @Override
  public byte[] write(ReferralMessage message) {
    return Texts.write(ReferralWriting.write(message));
  }

  @Override
  public ReplyReading readReply(byte[] message) {
    try {
      return new ReplyReading.Understood(ReplyUnderstanding.read(Texts.read(message)));
    } catch (Faulty e) {
      return new ReplyReading.Refused(e.where(), e.sentence());
    } catch (RuntimeException e) {
      // The library's words may quote the message.
      return new ReplyReading.Refused("Bundle", "A value is none that an answer may have.");
    }
  }

  @Override
  public byte[] writeReply(byte[] request, ReferralReply reply) {
    return Texts.write(ReplyWriting.write(Texts.read(request), reply));
  }
}

package org.doorstep.handover.sample;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.handover.bars.BarsAcceptance;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsReading;
import org.doorstep.handover.bars.BarsRequest;
import org.doorstep.handover.bars.BarsSyntax;
import org.doorstep.handover.bars.BarsTranslator;
import org.doorstep.handover.bars.BarsWord;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.bars.ResponseTranslator;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.LetterTranslator;
import org.doorstep.handover.letter.PracticeRequest;
import org.doorstep.handover.letter.Withdrawal;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.handover.receipt.ReceiptTranslator;
import org.doorstep.handover.referral.ReferralMessage;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralOffer.UseCase;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralTranslator;

/** One of every kind of message that the product emits, by the name of its file. */
public final class SampleMessages {
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private SampleMessages() {}

  /** Those who write messages. */
  public record Translators(
      LetterTranslator letters,
      ReferralTranslator referrals,
      ReceiptTranslator receipts,
      BarsTranslator answers,
      ResponseTranslator responses) {}

  /** All of them; the same bytes each time, on every machine. */
  public static SortedMap<String, byte[]> list(Translators translators) {
    SampleMessages samples = new SampleMessages();
    samples.letters(translators.letters());
    samples.referrals(translators.referrals());
    samples.receipts(translators.receipts());
    samples.answers(translators);
    samples.responses(translators);
    return samples.files;
  }

  private void letters(LetterTranslator letters) {
    for (Disposition disposition : Disposition.values()) {
      for (PracticeRequest.Kind kind : PracticeRequest.Kind.values()) {
        put(
            "handover",
            disposition + "-" + kind,
            letters.write(SampleLetters.of(disposition, kind)));
      }
    }
    put("handover", "unidentified", letters.write(SampleLetters.unidentified()));
    put("handover", "replacing", letters.write(SampleCorrections.replacing()));
    put("handover", "copy", letters.write(SampleCorrections.copy()));
    put("handover", "medicines-and-belongings", letters.write(SampleCorrections.conveyed()));
    for (Withdrawal.Reason reason : Withdrawal.Reason.values()) {
      put("withdrawal", reason.name(), letters.write(SampleCorrections.withdrawal(reason)));
    }
  }

  private void referrals(ReferralTranslator referrals) {
    for (UseCase useCase : UseCase.values()) {
      for (Step step : Step.values()) {
        put(
            useCase.isWarning() ? "pre-alert" : "referral",
            useCase.isWarning() ? step.name() : useCase + "-" + step,
            referrals.write(SampleReferrals.of(useCase, step)));
      }
    }
    replies(referrals, UseCase.COMMUNITY, "referral-reply");
    replies(referrals, UseCase.EMERGENCY, "pre-alert-reply");
  }

  private void replies(ReferralTranslator referrals, UseCase useCase, String name) {
    ReferralMessage offer = SampleReferrals.of(useCase, Step.NEW);
    byte[] request = referrals.write(offer);
    for (ReferralReply.Kind kind : ReferralReply.Kind.values()) {
      put(name, kind.name(), referrals.writeReply(request, SampleReferrals.reply(offer, kind)));
    }
  }

  private void receipts(ReceiptTranslator receipts) {
    for (ReceiptCode code : ReceiptCode.values()) {
      Receipt receipt =
          new Receipt(
              DerivedId.of("sample-receipt", code.name()),
              SampleLetters.unidentified().head().id(),
              code,
              SampleLetters.CALLED.plusSeconds(7_200),
              SamplePeople.PRACTICE.name(),
              Optional.empty());
      put("receipt", code.name(), receipts.write(receipt));
    }
  }

  /** What we answer to a request of another system: here, to one of our own kind. */
  private void answers(Translators translators) {
    byte[] request = translators.referrals().write(SampleReferrals.of(UseCase.COMMUNITY, Step.NEW));
    if (translators.answers().read(request, Optional.empty())
        instanceof BarsReading.Understood understood) {
      BarsAcceptance acceptance =
          new BarsAcceptance(
              BarsAcceptance.Way.OPENED,
              new AreaId("WEST_KENT"),
              new IncidentId(103),
              SampleLetters.CALLED.plusSeconds(3_605));
      put(
          "answer",
          "accepted",
          translators.answers().accept(BarsSyntax.JSON, understood.message(), acceptance));
    }
    BarsFault fault =
        BarsFault.at(
            BarsFault.Kind.REQUIRED,
            "Bundle.entry[0]",
            "The Bundle has no MessageHeader; a Bundle of type message begins with one.");
    put("answer", "refused", translators.answers().refuse(BarsSyntax.JSON, fault));
  }

  /** What we say of each change of a request of another system. */
  private void responses(Translators translators) {
    byte[] validation =
        translators.referrals().write(SampleReferrals.of(UseCase.COMMUNITY, Step.NEW));
    String referral =
        new String(validation, StandardCharsets.UTF_8)
            .replace("\"validation\"", "\"referral\"")
            .replace("For Validation", "Transfer of Care");
    responses(translators, BarsRequest.Purpose.VALIDATION, validation);
    responses(translators, BarsRequest.Purpose.REFERRAL, referral.getBytes(StandardCharsets.UTF_8));
  }

  private void responses(Translators translators, BarsRequest.Purpose purpose, byte[] request) {
    if (translators.answers().read(request, Optional.empty())
        instanceof BarsReading.Understood understood) {
      for (BarsWord.Status status : BarsWord.Status.values()) {
        put(
            "response",
            purpose + "-" + status,
            translators
                .responses()
                .write(request, SampleResponses.of(understood.message(), purpose, status)));
      }
    }
  }

  private void put(String kind, String what, String body) {
    put(kind, what, body.getBytes(StandardCharsets.UTF_8));
  }

  private void put(String kind, String what, byte[] body) {
    files.put("%s-%s.json".formatted(kind, what.toLowerCase(Locale.ROOT).replace('_', '-')), body);
  }
}

package org.doorstep.handover.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.referral.ReferralContent;
import org.doorstep.handover.referral.ReferralContent.SceneSafety;
import org.doorstep.handover.referral.ReferralMessage;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralNames;
import org.doorstep.handover.referral.ReferralOffer;
import org.doorstep.handover.referral.ReferralOffer.UseCase;
import org.doorstep.handover.referral.ReferralOffer.Window;
import org.doorstep.handover.referral.ReferralParties;
import org.doorstep.handover.referral.ReferralParties.Service;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralReply.Answer;
import org.doorstep.handover.referral.ReferralReply.Answerer;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.handover.referral.ReferralReply.Matching;
import org.doorstep.handover.referral.ReferralReply.Reason;

/** Referrals of invented patients, and what services answer. */
public final class SampleReferrals {
  private static final Duration ANSWER_MAX = Duration.ofMinutes(20);

  private SampleReferrals() {}

  /** One message of such a referral; the same each time. */
  public static ReferralMessage of(UseCase useCase, Step step) {
    Instant at = SampleLetters.CALLED.plusSeconds(3_600);
    UUID referral = DerivedId.of("sample-referral", useCase.name());
    ReferralOffer offer =
        new ReferralOffer(
            new ReferralNames(
                referral,
                DerivedId.of("sample-journey", useCase.name()),
                new CaseReference("WEST_KENT", 102, 1)),
            useCase,
            new Window(at, Optional.of(at.plus(ANSWER_MAX))),
            parties(useCase),
            SamplePeople.IDENTIFIED,
            content(useCase));
    return new ReferralMessage(
        DerivedId.of("sample-referral-message", useCase.name(), step.name()), step, at, offer);
  }

  private static ReferralParties parties(UseCase useCase) {
    return new ReferralParties(
        new Service(SamplePeople.TRUST, "2000000001", "Doorstep Sample Desk (invented)"),
        switch (useCase) {
          case FALLS ->
              new Service(SamplePeople.COMMUNITY_TRUST, "2000000002", "Oast Falls Team (invented)");
          case COMMUNITY ->
              new Service(
                  SamplePeople.COMMUNITY_TRUST, "2000000003", "Oast Urgent Response (invented)");
          case EMERGENCY ->
              new Service(
                  SamplePeople.HOSPITAL_TRUST,
                  "2000000004",
                  "Weald Emergency Department (invented)");
        },
        SamplePeople.PARAMEDIC);
  }

  private static ReferralContent content(UseCase useCase) {
    if (useCase.isWarning()) {
      return new ReferralContent(
          "This patient is on the way to you. Please be ready.",
          List.of(
              "Age: 79",
              "Time: since last night",
              "Mechanism: short of breath",
              "Injuries: none",
              "Signs: NEWS2 14, confused",
              "Treatment: oxygen, nebuliser"),
          SceneSafety.UNKNOWN,
          SampleLetters.visit(false),
          SampleClinical.breathless(SampleLetters.CALLED.plusSeconds(1_200)));
    }
    return new ReferralContent(
        useCase == UseCase.FALLS
            ? "Please lift and assess within the hour."
            : "Please visit within two hours; the crew leaves when you have accepted.",
        SceneSafety.SAFE,
        SampleLetters.visit(false),
        SampleClinical.fall(SampleLetters.CALLED.plusSeconds(1_200)));
  }

  /** What a service answers to a message; the same each time. */
  public static ReferralReply reply(ReferralMessage to, Kind kind) {
    Optional<Reason> reason =
        kind == Kind.DECLINED
            ? Optional.of(
                new Reason(
                    Reason.Code.NOT_AVAILABLE_IN_TIME, Optional.of("No team free before 14:00")))
            : Optional.empty();
    return new ReferralReply(
        DerivedId.of("sample-reply", to.id().toString(), kind.name()),
        new Matching(Optional.of(to.id()), Optional.of(to.offer().names().referral())),
        new Answer(kind, reason),
        to.at().plusSeconds(300),
        new Answerer(
            to.offer().parties().to().organisation().name(),
            Optional.of("Jo Sample"),
            Optional.of("OAST-4711"),
            to.offer().useCase().isWarning() ? Optional.of("Resus 2") : Optional.empty()));
  }
}

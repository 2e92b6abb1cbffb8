package org.doorstep.handover.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Position;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.letter.CareDecision;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.Crew;
import org.doorstep.handover.letter.Destination;
import org.doorstep.handover.letter.Destination.Acceptance;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterHead;
import org.doorstep.handover.letter.LetterPatient;
import org.doorstep.handover.letter.Organisation;
import org.doorstep.handover.letter.Outcome;
import org.doorstep.handover.letter.PracticeRequest;
import org.doorstep.handover.letter.PracticeRequest.Action;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.letter.RulesUsed;
import org.doorstep.handover.letter.SafetyNet;
import org.doorstep.handover.letter.Scene;
import org.doorstep.handover.letter.Told;
import org.doorstep.handover.letter.Visit;
import org.doorstep.handover.letter.VisitTimes;
import org.doorstep.handover.letter.WellbeingOffer;

/** Letters about invented visits: one of each disposition and kind, and an unidentified patient. */
public final class SampleLetters {
  /** When the first invented call came in. */
  public static final Instant CALLED = Instant.parse("2026-11-25T08:00:00Z");

  private SampleLetters() {}

  /** The letter of such a visit; the same each time. */
  public static HandoverLetter of(Disposition disposition, Kind kind) {
    LetterPatient patient =
        disposition == Disposition.ACUTE ? SamplePeople.NOT_TRACED : SamplePeople.IDENTIFIED;
    return letter(disposition, kind, patient, clinical(disposition));
  }

  /** A patient whom nobody knows, taken to hospital. */
  public static HandoverLetter unidentified() {
    return letter(
        Disposition.ACUTE,
        Kind.FOR_INFORMATION,
        SamplePeople.UNIDENTIFIED,
        SampleClinical.hardlyMeasured(CALLED.plusSeconds(1_200)));
  }

  private static HandoverLetter letter(
      Disposition disposition, Kind kind, LetterPatient patient, Clinical clinical) {
    boolean telephone = disposition == Disposition.HEAR_AND_TREAT;
    long incident = 100L + List.of(Disposition.values()).indexOf(disposition);
    String name = disposition + ":" + kind + ":" + patient.isUnidentified();
    LetterHead head =
        new LetterHead(
            DerivedId.of("sample-letter", name),
            new CaseReference("WEST_KENT", incident, 1),
            SamplePeople.TRUST,
            SamplePeople.PRACTICE,
            CALLED.plusSeconds(6_000),
            telephone ? SamplePeople.NURSE : SamplePeople.PARAMEDIC);
    return new HandoverLetter(
        head, patient, visit(telephone), clinical, outcome(disposition), request(kind));
  }

  static Visit visit(boolean telephone) {
    VisitTimes times =
        telephone
            ? new VisitTimes(CALLED, Optional.empty(), Optional.empty(), CALLED.plusSeconds(900))
            : new VisitTimes(
                CALLED,
                Optional.of(CALLED.plusSeconds(1_080)),
                Optional.of(CALLED.plusSeconds(4_500)),
                CALLED.plusSeconds(5_400));
    Scene scene =
        new Scene(
            "1 Invented Lane, Paddock Wood, Kent",
            telephone ? Optional.empty() : Optional.of(new Position(51.176, 0.389)));
    List<Crew> crews = telephone ? List.of() : List.of(SamplePeople.CREW);
    return new Visit(
        times, scene, "Fall at home", Optional.of(telephone ? Category.C5 : Category.C3), crews);
  }

  private static Clinical clinical(Disposition disposition) {
    Instant at = CALLED.plusSeconds(1_200);
    return switch (disposition) {
      case HEAR_AND_TREAT -> SampleClinical.telephone();
      case TREAT_AT_SCENE, COMMUNITY -> SampleClinical.fall(at);
      case ACUTE -> SampleClinical.breathless(at);
    };
  }

  private static Outcome outcome(Disposition disposition) {
    Optional<Destination> destination =
        switch (disposition) {
          case HEAR_AND_TREAT, TREAT_AT_SCENE -> Optional.empty();
          case COMMUNITY ->
              destination(SamplePeople.COMMUNITY_TRUST, "2000000003", "Jo Sample, team lead");
          case ACUTE -> destination(SamplePeople.HOSPITAL_TRUST, "2000000004", "Sister Sample");
        };
    boolean home = disposition != Disposition.ACUTE;
    return new Outcome(
        disposition,
        decision(disposition),
        destination,
        home ? Optional.of(safetyNet()) : Optional.empty(),
        Optional.of(
            new Told(
                disposition == Disposition.HEAR_AND_TREAT
                    ? SamplePeople.NURSE
                    : SamplePeople.PARAMEDIC,
                CALLED.plusSeconds(4_000))),
        disposition == Disposition.TREAT_AT_SCENE ? offers() : List.of());
  }

  private static List<WellbeingOffer> offers() {
    return List.of(
        new WellbeingOffer(
            "Stop smoking: Stop smoking service",
            WellbeingOffer.Answer.ACCEPTED,
            Optional.of("Thinking of stopping?")),
        new WellbeingOffer(
            "Company: Befriending", WellbeingOffer.Answer.DECLINED, Optional.empty()));
  }

  private static Optional<Destination> destination(Organisation service, String dos, String who) {
    return Optional.of(
        new Destination(
            service,
            Optional.of(dos),
            Optional.of(new Acceptance(who, CALLED.plusSeconds(3_900)))));
  }

  private static CareDecision decision(Disposition disposition) {
    return switch (disposition) {
      case HEAR_AND_TREAT ->
          new CareDecision(
              CALLED.plusSeconds(800), "Advice by telephone", List.of(), Optional.empty());
      case TREAT_AT_SCENE ->
          new CareDecision(
              CALLED.plusSeconds(3_500),
              "Falls service",
              List.of(new RulesUsed("minimum-level", "3", List.of("R31", "R40"))),
              Optional.of("The daughter stays tonight"));
      case COMMUNITY ->
          new CareDecision(
              CALLED.plusSeconds(3_500),
              "Urgent community response",
              List.of(
                  new RulesUsed("minimum-level", "3", List.of("R30")),
                  new RulesUsed("wishes", "2", List.of("P03"))),
              Optional.empty());
      case ACUTE ->
          new CareDecision(
              CALLED.plusSeconds(2_000),
              "Emergency department with pre-alert",
              List.of(new RulesUsed("minimum-level", "3", List.of("R20", "R22"))),
              Optional.empty());
    };
  }

  private static SafetyNet safetyNet() {
    return new SafetyNet(
        "Sore for a day or two, then better",
        List.of("Pain that gets worse", "Confusion or drowsiness", "Another fall"),
        "Call 999 for a warning sign, 111 for anything else",
        true,
        Optional.of("daughter"),
        false);
  }

  private static PracticeRequest request(Kind kind) {
    return kind == Kind.FOR_INFORMATION
        ? PracticeRequest.NONE
        : new PracticeRequest(
            Kind.ACTION_REQUESTED,
            List.of(
                new Action(
                    "Review blood pressure medicines",
                    LocalDate.of(2026, 11, 30),
                    Optional.of("Dizzy when standing up")),
                new Action("Falls assessment", LocalDate.of(2026, 12, 9), Optional.empty())));
  }
}

package org.doorstep.simulator.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.chance.Chance;

/** What a crew does with its patients: the next step follows from how far the care has come. */
final class Bedside {
  private static final int REFERRALS_MAX = 2;
  private static final int PATIENTS_TWO_EVERY = 10;

  /**
   * How often the hub takes a patient on, so that the crew can leave while the last service of a
   * plan has still to answer.
   */
  private static final double OWNED_BY_HUB = 0.15;

  private final Errands errands;
  private final Chance chance;
  private final Map<PatientId, Course> courses = new TreeMap<>();

  /**
   * What comes next.
   *
   * @param waits whether somebody else has to act first
   * @param conveys whether, with nothing left to do here, the crew goes to the hospital
   */
  record Step(Optional<Command> command, boolean waits, boolean conveys) {
    static Step of(Command command) {
      return new Step(Optional.of(command), false, false);
    }

    static Step done(boolean conveys) {
      return new Step(Optional.empty(), false, conveys);
    }
  }

  /** What is the matter with a patient, drawn once. */
  private record Course(CareLevel level, boolean warns, boolean asksPractice, boolean hasPractice) {
    Disposition disposition() {
      return level.disposition();
    }
  }

  Bedside(Errands errands, Chance chance) {
    this.errands = errands;
    this.chance = chance;
  }

  /** The next step at the scene. */
  Step next(DispatchView board, CommandHead head, IncidentId incident) {
    boolean conveys = false;
    for (int number = 1; number <= patientsOf(incident); number++) {
      PatientId id = new PatientId(incident, number);
      Patient patient = board.findPatient(id).orElseGet(() -> Patient.unknown(id));
      Step step = next(head, patient);
      if (step.command().isPresent() || step.waits()) {
        return step;
      }
      conveys |= step.conveys();
    }
    return Step.done(conveys);
  }

  /** What is left to do at the hospital before the crew is clear. */
  Optional<Command> nextAfterArrival(DispatchView board, CommandHead head, IncidentId incident) {
    return board.listPatients(incident).stream()
        .filter(patient -> !patient.isHandedOn())
        .map(patient -> sign(head, patient.id()))
        .findFirst();
  }

  boolean isReceived(DispatchView board, IncidentId incident) {
    return board.listPatients(incident).stream()
        .filter(patient -> goesTo(patient, Disposition.ACUTE))
        .allMatch(patient -> patient.arrangements().reception().isPresent());
  }

  /** A handover in the terms that fit the patient. */
  Command sign(CommandHead head, PatientId patient) {
    Course course = course(patient);
    Optional<ServiceId> practice =
        course.hasPractice() ? Optional.of(chance.pick(Town.PRACTICES)) : Optional.empty();
    HandoverTerms terms =
        course.asksPractice()
            ? new HandoverTerms(
                HandoverTerms.Kind.ACTION_REQUESTED,
                practice,
                Optional.of(errands.now().plusSeconds(chance.whole(600, 20_000))))
            : new HandoverTerms(HandoverTerms.Kind.FOR_INFORMATION, practice, Optional.empty());
    return new CareCommand.SignHandover(head, patient, errands.record(), terms);
  }

  static boolean goesTo(Patient patient, Disposition where) {
    return patient.choice().filter(choice -> choice.disposition() == where).isPresent();
  }

  private Step next(CommandHead head, Patient patient) {
    PatientId id = patient.id();
    boolean acute = goesTo(patient, Disposition.ACUTE);
    if (patient.isHandedOn()) {
      return Step.done(acute && patient.arrangements().reception().isEmpty());
    }
    if (patient.assessed().isEmpty()) {
      return Step.of(
          new CareCommand.RecordAssessment(head, id, errands.record(), proposal(course(id))));
    }
    if (patient.choice().isEmpty() || goesTo(patient, Disposition.HEAR_AND_TREAT)) {
      return Step.of(choose(head, patient, course(id).disposition(), Optional.empty()));
    }
    if (goesTo(patient, Disposition.COMMUNITY)) {
      return nextReferral(head, patient);
    }
    boolean warns = course(id).warns() && patient.arrangements().preAlert().isEmpty();
    if (acute && warns) {
      return Step.of(new CareCommand.SendPreAlert(head, id, errands.record()));
    }
    return acute ? Step.done(true) : Step.of(sign(head, id));
  }

  private Step nextReferral(CommandHead head, Patient patient) {
    Optional<Referral> last = patient.arrangements().lastReferral();
    Optional<ReferralState> state = last.map(Referral::state);
    boolean takenOn =
        patient.arrangements().owner().isPresent()
            || state
                .filter(s -> s == ReferralState.ACCEPTED || s == ReferralState.ATTENDED)
                .isPresent();
    if (takenOn) {
      return Step.of(sign(head, patient.id()));
    }
    if (state.filter(ReferralState::isAsked).isPresent()) {
      return chance.happens(OWNED_BY_HUB)
          ? Step.of(new CareCommand.TakeOwnership(head, patient.id()))
          : new Step(Optional.empty(), true, false);
    }
    if (last.isPresent() && last.get().number() >= REFERRALS_MAX && !last.get().state().isOpen()) {
      return Step.of(
          choose(head, patient, Disposition.ACUTE, Optional.of(ChoiceReason.SERVICE_UNAVAILABLE)));
    }
    List<ServiceId> services = Town.SERVICES.subList(0, chance.whole(1, Town.SERVICES.size()));
    return Step.of(
        new CareCommand.OfferReferral(
            head,
            patient.id(),
            new ReferralPlan(services, chance.whole(60, 180), errands.record())));
  }

  private static Command choose(
      CommandHead head, Patient patient, Disposition where, Optional<ChoiceReason> reason) {
    Optional<ServiceId> destination =
        switch (where) {
          case ACUTE -> Optional.of(Town.HOSPITAL);
          case COMMUNITY -> Optional.of(Town.SERVICES.get(0));
          case HEAR_AND_TREAT, TREAT_AT_SCENE -> Optional.empty();
        };
    return new CareCommand.ChooseDisposition(
        head, patient.id(), new CareChoice(where, destination, reason), patient.version());
  }

  private static CareProposal proposal(Course course) {
    return new CareProposal(
        course.level(), DestinationClass.HOME, course.warns(), false, Optional.empty(), List.of());
  }

  private static int patientsOf(IncidentId incident) {
    return incident.value() % PATIENTS_TWO_EVERY == 0 ? 2 : 1;
  }

  private Course course(PatientId patient) {
    return courses.computeIfAbsent(patient, id -> draw());
  }

  private Course draw() {
    double where = chance.share();
    CareLevel level;
    if (where < 0.4) {
      level = CareLevel.ED;
    } else if (where < 0.7) {
      level = CareLevel.TREAT_AT_SCENE;
    } else {
      level = CareLevel.UCR;
    }
    return new Course(level, chance.happens(0.3), chance.happens(0.4), chance.happens(0.95));
  }
}

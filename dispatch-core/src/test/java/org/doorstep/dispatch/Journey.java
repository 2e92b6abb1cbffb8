package org.doorstep.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverRefusal;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;

/** One incident with one patient and one crew, told in words; each is a command to an engine. */
public final class Journey {
  private static final RecordId WORDS = new RecordId(new UUID(3, 4));

  private final World world = new World().signOn("A1");
  private final IncidentId incident = world.open(Category.C3);
  private final PatientId patient = new PatientId(incident, 1);
  private Optional<Rejection> last = Optional.empty();
  private Optional<ServiceId> as = Optional.empty();

  public World world() {
    return world;
  }

  public PatientId patient() {
    return patient;
  }

  /** What was refused last; empty where it was accepted. */
  public Optional<Rejection> refused() {
    return last;
  }

  public Optional<Patient> found() {
    return world.engine().view().findPatient(patient);
  }

  /** From now on a user of this service acts. */
  public Journey as(String service) {
    as = Optional.of(new ServiceId(service));
    return this;
  }

  public Journey atPatient() {
    world.send(incident, "A1").report(incident, "A1", JobStage.AT_PATIENT);
    return this;
  }

  public Journey after(long minutes) {
    world.after(minutes * 60);
    return give(new SweepDeadlines(world.head()));
  }

  public Journey assessed(CareLevel level) {
    return give(
        new CareCommand.RecordAssessment(
            world.head(),
            patient,
            WORDS,
            new CareProposal(
                level,
                DestinationClass.CLINICAL_HUB,
                false,
                level == CareLevel.HUB,
                Optional.of(1),
                List.of())));
  }

  public Journey chosen(Disposition disposition, ChoiceReason... reason) {
    Optional<ServiceId> destination =
        switch (disposition) {
          case HEAR_AND_TREAT, TREAT_AT_SCENE -> Optional.empty();
          case COMMUNITY -> Optional.of(new ServiceId("UCR"));
          case ACUTE -> Optional.of(new ServiceId("MAIDSTONE-ED"));
        };
    return give(
        new CareCommand.ChooseDisposition(
            world.head(),
            patient,
            new CareChoice(disposition, destination, Arrays.stream(reason).findFirst()),
            found().map(Patient::version).orElse(0L)));
  }

  public Journey offered(String... services) {
    List<ServiceId> asked = Arrays.stream(services).map(ServiceId::new).toList();
    return give(
        new CareCommand.OfferReferral(world.head(), patient, new ReferralPlan(asked, 600, WORDS)));
  }

  public Journey takenBack(int referral) {
    return give(new CareCommand.CancelReferral(world.head(), patient, referral));
  }

  public Journey serviceSays(int referral, ReferralAnswer.Kind kind) {
    Optional<ReferralRefusal> reason =
        kind == ReferralAnswer.Kind.REFUSED
            ? Optional.of(ReferralRefusal.NO_CAPACITY)
            : Optional.empty();
    return give(
        new CareCommand.AnswerReferral(
            world.head(),
            patient,
            as,
            referral,
            new ReferralAnswer(kind, reason, Optional.empty())));
  }

  public Journey visited(int referral, boolean attended) {
    return give(new CareCommand.ReportAttendance(world.head(), patient, as, referral, attended));
  }

  public Journey owned() {
    return give(new CareCommand.TakeOwnership(world.head(), patient));
  }

  public Journey preAlerted() {
    return give(new CareCommand.SendPreAlert(world.head(), patient, WORDS));
  }

  public Journey bay(String bay) {
    return give(new CareCommand.AcknowledgePreAlert(world.head(), patient, as, new Bay(bay)));
  }

  public Journey received() {
    return give(new CareCommand.ReceivePatient(world.head(), patient, as));
  }

  public Journey signed(HandoverTerms.Kind kind) {
    return signed(kind, Optional.of(new ServiceId("PRACTICE-1")));
  }

  public Journey signed(HandoverTerms.Kind kind, Optional<ServiceId> practice) {
    return give(
        new CareCommand.SignHandover(
            world.head(),
            patient,
            WORDS,
            new HandoverTerms(
                kind,
                practice,
                kind == HandoverTerms.Kind.ACTION_REQUESTED
                    ? Optional.of(world.now().plusSeconds(86_400))
                    : Optional.empty())));
  }

  public Journey delivered(Delivery delivery) {
    long asked =
        found().flatMap(each -> each.arrangements().handover()).map(h -> h.asked()).orElse(0L);
    return give(new CareCommand.ReportDelivery(world.head(), patient, asked, delivery));
  }

  public Journey practiceSays(HandoverAnswer.Kind kind) {
    return give(
        new CareCommand.AnswerHandover(
            world.head(),
            patient,
            as,
            new HandoverAnswer(
                kind,
                kind == HandoverAnswer.Kind.REFUSED
                    ? Optional.of(HandoverRefusal.NOT_OUR_PATIENT)
                    : Optional.empty(),
                kind == HandoverAnswer.Kind.ASKED_BACK ? Optional.of(WORDS) : Optional.empty())));
  }

  public Journey practiceIsAnswered() {
    return give(new CareCommand.AnswerPractice(world.head(), patient, WORDS));
  }

  public Journey redirected(String practice) {
    return give(new CareCommand.RedirectHandover(world.head(), patient, new ServiceId(practice)));
  }

  public Journey byHand() {
    return give(new CareCommand.HandOverByHand(world.head(), patient, WORDS));
  }

  public Journey clear() {
    return give(new ReportJobStage(world.head(), incident, new UnitId("A1"), JobStage.CLEAR));
  }

  public Journey closedByTelephone() {
    return give(
        new CloseIncident(
            world.head(),
            incident,
            CloseReason.HEARD_AND_TREATED,
            world.incident(incident).version()));
  }

  /** Anything else that somebody asks. */
  public Journey give(Command command) {
    last = world.reply(command).rejection();
    return this;
  }
}

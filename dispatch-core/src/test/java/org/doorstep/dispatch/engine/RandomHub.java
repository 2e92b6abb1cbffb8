package org.doorstep.dispatch.engine;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AddCall;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.HubCommand;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.CallBackReason;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Outcome;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;

/** A hub and a desk that say anything about anybody, sensible or not; by one seed. */
final class RandomHub {
  private static final RecordId WORDS = new RecordId(new UUID(3, 4));
  private static final Flag[] FLAGS = {
    Flag.REPEAT_CALLER, Flag.HEAD_INJURY_ON_BLOOD_THINNERS, Flag.VIOLENCE, Flag.UNDER_TWO
  };

  private static final Party.Role[] ROLES = {
    Party.Role.CREW_CLINICIAN, Party.Role.EMERGENCY_CONSULTANT
  };

  private final World world;
  private final Random random;

  RandomHub(World world, long seed) {
    this.world = world;
    this.random = new Random(seed);
  }

  Command next() {
    Optional<Actor> clinician =
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(Actor.user(random.nextBoolean() ? "mary" : "omar"));
    CommandHead plain = world.head();
    CommandHead head =
        new CommandHead(plain.id(), plain.area(), clinician.orElse(plain.actor()), plain.at());
    return switch (random.nextInt(6)) {
      case 0 -> opening(head);
      case 3, 4 -> reaching(head);
      case 1 -> ending(head, clinician);
      case 2 -> agreeing(head, clinician);
      default -> waiting(head, clinician);
    };
  }

  private Command opening(CommandHead head) {
    List<Flag> flags = List.of(any(FLAGS));
    if (random.nextBoolean()) {
      return new AddCall(head, incident(), WORDS, IncidentSource.DESK, flags);
    }
    return new OpenIncident(
        head,
        WORDS,
        IncidentSource.DESK,
        any(Category.values()),
        World.EMERGENCY,
        Optional.of(World.SOMEWHERE),
        flags);
  }

  /** A crew that is on its way arrives; where none is, somebody does not answer. */
  private Command reaching(CommandHead head) {
    List<Job> onTheWay =
        world.engine().view().listIncidents().stream()
            .flatMap(incident -> incident.response().jobs().stream())
            .filter(job -> !job.stage().hasReachedScene())
            .toList();
    if (onTheWay.isEmpty() && random.nextBoolean()) {
      return sending(head);
    }
    if (onTheWay.isEmpty() || random.nextInt(3) == 0) {
      return new HubCommand.RecordWelfareCall(
          head,
          incident(),
          WelfareOutcome.NO_ANSWER,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    Job job = onTheWay.get(random.nextInt(onTheWay.size()));
    return new ReportJobStage(head, job.incident(), job.unit(), JobStage.AT_PATIENT);
  }

  private Command sending(CommandHead head) {
    IncidentId incident = incident();
    List<ClinicalUnit> units = world.engine().view().listUnits();
    if (units.isEmpty()) {
      return world.openCommand(Category.C3, World.EMERGENCY);
    }
    ClinicalUnit unit = units.get(random.nextInt(units.size()));
    Optional<Incident> open = world.engine().view().findIncident(incident);
    return new AssignUnit(
        head,
        incident,
        unit.id(),
        open.flatMap(each -> each.response().recommendation()).map(latest -> latest.number()),
        Optional.of(OverrideReason.OTHER),
        new Seen(open.map(Incident::version).orElse(1L), unit.version()));
  }

  /** Most often one that a crew has reached. */
  private IncidentId reached() {
    return world.engine().view().listIncidents().stream()
        .filter(each -> each.response().attended())
        .map(Incident::id)
        .findFirst()
        .orElseGet(this::incident);
  }

  private Command ending(CommandHead head, Optional<Actor> clinician) {
    IncidentId incident = incident();
    if (random.nextBoolean()) {
      return new CareCommand.ChooseDisposition(
          head,
          new PatientId(incident, 1),
          new CareChoice(Disposition.HEAR_AND_TREAT, Optional.empty(), Optional.empty()),
          version(incident),
          clinician);
    }
    return new CloseIncident(
        head,
        incident,
        any(CloseReason.values()),
        world.engine().view().findIncident(incident).map(Incident::version).orElse(1L),
        clinician);
  }

  private Command waiting(CommandHead head, Optional<Actor> clinician) {
    IncidentId incident = incident();
    Optional<Category> category =
        random.nextBoolean() ? Optional.empty() : Optional.of(any(Category.values()));
    Optional<RecordId> words = random.nextBoolean() ? Optional.empty() : Optional.of(WORDS);
    return switch (random.nextInt(7)) {
      case 0 -> new HubCommand.QueueCallBack(head, incident, any(CallBackReason.values()));
      case 1 -> new HubCommand.TakeCase(head, incident, holder(incident), clinician);
      case 2 -> new HubCommand.ReleaseCase(head, incident);
      case 3 ->
          new HubCommand.RecordCallBack(
              holder(incident).map(by -> as(head, by)).orElse(head),
              incident,
              any(CallBackOutcome.values()),
              category,
              words,
              holder(incident).or(() -> clinician));
      case 4 ->
          new HubCommand.RecordWelfareCall(
              head, incident, any(WelfareOutcome.values()), category, words, clinician);
      case 5 ->
          new HubCommand.RecordReview(
              head, incident, any(ReviewOutcome.values()), category, words, clinician);
      default ->
          new HubCommand.DecideUnreached(head, incident, any(UnreachedDecision.values()), words);
    };
  }

  private Command agreeing(CommandHead head, Optional<Actor> clinician) {
    PatientId patient = new PatientId(reached(), 1);
    Outcome outcome = new Outcome(any(Disposition.values()), Optional.empty(), Optional.empty());
    long saw = version(patient.incident());
    return switch (random.nextInt(5)) {
      case 0 -> new HubCommand.AskHub(head, patient);
      case 1 ->
          new HubCommand.ProposeOutcome(head, patient, outcome, Optional.of(WORDS), saw, clinician);
      case 2 ->
          new HubCommand.AnswerProposal(
              head, patient, random.nextBoolean(), Optional.of(WORDS), saw);
      case 3 -> assessing(head, patient);
      default ->
          new HubCommand.AgreeOutcome(
              head,
              patient,
              outcome,
              random.nextBoolean(),
              List.of(new Party(any(ROLES), Optional.empty())),
              WORDS,
              clinician);
    };
  }

  private Command assessing(CommandHead head, PatientId patient) {
    return new CareCommand.RecordAssessment(
        head,
        patient,
        WORDS,
        new CareProposal(
            CareLevel.HUB, DestinationClass.CLINICAL_HUB, false, true, Optional.empty(), List.of()),
        Optional.of(List.of(any(FLAGS))));
  }

  private static CommandHead as(CommandHead head, Actor by) {
    return new CommandHead(head.id(), head.area(), by, head.at());
  }

  private Optional<Actor> holder(IncidentId incident) {
    return world
        .engine()
        .view()
        .findIncident(incident)
        .flatMap(open -> open.report().spoken().taken())
        .map(taken -> taken.by());
  }

  private long version(IncidentId incident) {
    return world
        .engine()
        .view()
        .findPatient(new PatientId(incident, 1))
        .map(Patient::version)
        .orElse(0L);
  }

  /** Most often one that is open. */
  private IncidentId incident() {
    List<Incident> open = world.engine().view().listIncidents();
    return open.isEmpty() || random.nextInt(10) == 0
        ? new IncidentId(1 + random.nextInt(30))
        : open.get(random.nextInt(open.size())).id();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}

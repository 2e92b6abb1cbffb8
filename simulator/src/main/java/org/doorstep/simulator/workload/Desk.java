package org.doorstep.simulator.workload;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.host.AreaPort;

/** The desk: takes calls, sends who is proposed first, and looks after what goes otherwise. */
final class Desk {
  private static final String DESK = "desk";
  private static final List<Category> CATEGORIES =
      List.of(Category.C1, Category.C2, Category.C2, Category.C3, Category.C3, Category.C4);

  private final Errands errands;
  private final AreaPort port;
  private final Bedside bedside;
  private final Chance chance;

  Desk(Errands errands, AreaPort port, Bedside bedside, Chance chance) {
    this.errands = errands;
    this.port = port;
    this.bedside = bedside;
    this.chance = chance;
  }

  /** Somebody calls. */
  void call() {
    Optional<SealedPlace> place = chance.happens(0.05) ? Optional.empty() : Optional.of(anywhere());
    Category category = chance.pick(CATEGORIES);
    Chance ofCall = chance.split();
    Command.OpenIncident open =
        new Command.OpenIncident(
            errands.head(DESK),
            errands.record(),
            IncidentSource.DESK,
            category,
            chance.happens(0.4) ? Town.TRANSPORT : Town.ANY,
            place,
            place.isEmpty() ? List.of(Flag.PLACE_MISSING) : List.of());
    port.give(open, reply -> opened(reply, category, place.isEmpty(), ofCall));
  }

  private void opened(Reply reply, Category category, boolean placeMissing, Chance ofCall) {
    if (reply.incident().isEmpty()) {
      return;
    }
    IncidentId incident = reply.incident().get();
    if (placeMissing) {
      errands.run(ofCall.between(10, 60), DESK, (board, head) -> locate(board, head, incident));
    }
    if (ofCall.happens(0.1)) {
      errands.run(ofCall.between(20, 200), DESK, (board, head) -> addCall(board, head, incident));
    }
    if (ofCall.happens(0.08)) {
      Category next = ofCall.pick(CATEGORIES);
      errands.run(
          ofCall.between(10, 120), DESK, (board, head) -> triage(board, head, incident, next));
    }
    if (ofCall.happens(0.04)) {
      errands.run(
          ofCall.between(5, 300),
          DESK,
          (board, head) -> close(board, head, incident, CloseReason.CALLED_OFF));
    } else if (category == Category.C4 && ofCall.happens(0.3)) {
      treatByTelephone(incident, ofCall);
    }
  }

  private Optional<Command> locate(DispatchView board, CommandHead head, IncidentId id) {
    return board
        .findIncident(id)
        .filter(incident -> incident.report().place().isEmpty())
        .map(
            incident ->
                new Command.CorrectPlace(head, id, anywhere(), List.of(), incident.version()));
  }

  private Optional<Command> addCall(DispatchView board, CommandHead head, IncidentId id) {
    return board
        .findIncident(id)
        .map(
            incident ->
                new Command.AddCall(
                    head, id, errands.record(), IncidentSource.DESK, List.of(Flag.REPEAT_CALLER)));
  }

  private static Optional<Command> triage(
      DispatchView board, CommandHead head, IncidentId id, Category next) {
    return board
        .findIncident(id)
        .filter(incident -> incident.triage().category() != next)
        .map(
            incident ->
                new Command.RecategoriseIncident(
                    head, id, next, incident.triage().needs(), incident.version()));
  }

  private static Optional<Command> close(
      DispatchView board, CommandHead head, IncidentId id, CloseReason reason) {
    return board
        .findIncident(id)
        .filter(incident -> incident.response().jobs().isEmpty())
        .map(incident -> new Command.CloseIncident(head, id, reason, incident.version()));
  }

  private void treatByTelephone(IncidentId incident, Chance ofCall) {
    PatientId patient = new PatientId(incident, 1);
    CareChoice choice =
        new CareChoice(Disposition.HEAR_AND_TREAT, Optional.empty(), Optional.empty());
    errands.run(
        ofCall.between(5, 60),
        "hub",
        (board, head) ->
            isStillWaiting(board, incident) && board.findPatient(patient).isEmpty()
                ? Optional.of(new CareCommand.ChooseDisposition(head, patient, choice, 0))
                : Optional.empty(),
        () ->
            errands.run(
                10,
                "hub",
                (board, head) -> signByTelephone(board, head, patient),
                () ->
                    errands.run(
                        5,
                        "hub",
                        (board, head) ->
                            board.findPatient(patient).filter(Patient::isHandedOn).isPresent()
                                ? close(board, head, incident, CloseReason.HEARD_AND_TREATED)
                                : Optional.empty())));
  }

  private Optional<Command> signByTelephone(
      DispatchView board, CommandHead head, PatientId patient) {
    return board
        .findPatient(patient)
        .filter(each -> Bedside.goesTo(each, Disposition.HEAR_AND_TREAT) && !each.isHandedOn())
        .filter(each -> isStillWaiting(board, patient.incident()))
        .map(each -> bedside.sign(head, patient));
  }

  private static boolean isStillWaiting(DispatchView board, IncidentId id) {
    return board.findIncident(id).filter(Incident::isWaiting).isPresent();
  }

  /** A recommendation is on the screen: the first is sent, and sometimes the second too. */
  void recommended(IncidentId incident) {
    errands.run(chance.between(2, 15), DESK, (board, head) -> send(board, head, incident));
    if (chance.happens(0.1)) {
      errands.run(chance.between(20, 40), DESK, (board, head) -> sendSecond(board, head, incident));
    }
  }

  private static Optional<Command> send(DispatchView board, CommandHead head, IncidentId id) {
    Optional<Incident> incident = board.findIncident(id).filter(Incident::isWaiting);
    Optional<Candidate> first = incident.flatMap(each -> candidate(each, 0));
    if (incident.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    return assign(board, head, incident.get(), first.get(), Optional.empty())
        .or(() -> Optional.of(new Command.RequestRecommendation(head, id)));
  }

  private static Optional<Command> sendSecond(DispatchView board, CommandHead head, IncidentId id) {
    return board
        .findIncident(id)
        .filter(incident -> incident.response().jobs().size() == 1)
        .flatMap(
            incident ->
                candidate(incident, 1)
                    .flatMap(
                        second ->
                            assign(
                                board,
                                head,
                                incident,
                                second,
                                Optional.of(OverrideReason.CLINICAL_NEED))));
  }

  private static Optional<Candidate> candidate(Incident incident, int place) {
    return incident
        .response()
        .recommendation()
        .filter(latest -> latest.candidates().size() > place)
        .map(latest -> latest.candidates().get(place));
  }

  private static Optional<Command> assign(
      DispatchView board,
      CommandHead head,
      Incident incident,
      Candidate candidate,
      Optional<OverrideReason> reason) {
    return board
        .findUnit(candidate.unit())
        .filter(ClinicalUnit::isAssignable)
        .map(
            unit ->
                new Command.AssignUnit(
                    head,
                    incident.id(),
                    unit.id(),
                    incident.response().recommendation().map(Recommendation::number),
                    reason,
                    new Seen(incident.version(), unit.version())));
  }

  /** A crew is on its way; sometimes it is called back. */
  void mobile(IncidentId incident, UnitId unit) {
    if (chance.happens(0.03)) {
      standDown(incident, unit, JobEndReason.BETTER_UNIT);
    }
  }

  /** A crew does not answer. */
  void unanswered(IncidentId incident, UnitId unit) {
    standDown(incident, unit, JobEndReason.NO_ANSWER);
  }

  private void standDown(IncidentId id, UnitId unit, JobEndReason reason) {
    errands.run(
        chance.between(2, 20),
        DESK,
        (board, head) ->
            board
                .findIncident(id)
                .filter(each -> each.findJob(unit).filter(Desk::canBeRecalled).isPresent())
                .flatMap(
                    incident ->
                        board
                            .findUnit(unit)
                            .map(
                                known ->
                                    new Command.StandDownUnit(
                                        head,
                                        id,
                                        unit,
                                        reason,
                                        new Seen(incident.version(), known.version())))));
  }

  private static boolean canBeRecalled(Job job) {
    return job.stage().compareTo(JobStage.AT_SCENE) < 0;
  }

  /** Nobody has been sent in time. */
  void late(IncidentId id) {
    errands.run(
        chance.between(2, 10),
        DESK,
        (board, head) ->
            board
                .findIncident(id)
                .filter(Incident::isWaiting)
                .filter(incident -> incident.report().place().isPresent())
                .map(incident -> new Command.RequestRecommendation(head, id)));
  }

  private SealedPlace anywhere() {
    return Town.place(chance.whole(0, Town.LENGTH_METERS));
  }
}

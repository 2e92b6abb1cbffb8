package org.doorstep.simulator.world.desk;

import java.util.ArrayDeque;
import java.util.Optional;
import org.doorstep.dispatch.command.CareCommand.ChooseDisposition;
import org.doorstep.dispatch.command.CareCommand.SignHandover;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.simulator.scenario.DeskRules;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.care.Practices;
import org.doorstep.simulator.world.demand.Call;

/**
 * Clinicians who treat by telephone, as many at a time as there are, in the order of the calls.
 * Confined to one thread.
 */
public final class Clinicians {
  private static final Actor CLINICIAN = Actor.user("clinician");

  private final AreaLine area;
  private final Practices practices;
  private final DeskRules rules;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private int free;

  /** The clinicians of one world. */
  public Clinicians(AreaLine area, Practices practices, DeskRules rules) {
    this.area = area;
    this.practices = practices;
    this.rules = rules;
    this.free = rules.clinicians();
  }

  /** An incident has been opened that can be treated by telephone. */
  public void opened(IncidentId incident, Call call) {
    area.after(rules.callBack().millis(call.draws().desk()), () -> pass(incident, call));
  }

  /** The incident was open when the world began to act; nobody has spoken with the patient yet. */
  public void takenOver(IncidentId incident, Call call) {
    long left = rules.callBack().leftMillis(call.draws().desk(), area.now() - call.moment());
    area.after(left, () -> pass(incident, call));
  }

  private void pass(IncidentId incident, Call call) {
    waiting.add(() -> talk(incident, call));
    next();
  }

  private void next() {
    if (free > 0 && !waiting.isEmpty()) {
      free--;
      waiting.remove().run();
    }
  }

  private void talk(IncidentId incident, Call call) {
    area.after(
        rules.talk().millis(call.draws().scene()),
        () -> {
          choose(incident, call);
          free++;
          next();
        });
  }

  private void choose(IncidentId incident, Call call) {
    PatientId patient = new PatientId(incident, 1);
    CareChoice byTelephone =
        new CareChoice(Disposition.HEAR_AND_TREAT, Optional.empty(), Optional.empty());
    HandoverTerms terms = practices.terms(call, true);
    area.insist(
        CLINICIAN,
        head ->
            Optional.of(
                new ChooseDisposition(
                    head,
                    patient,
                    byTelephone,
                    area.board().findPatient(patient).map(Patient::version).orElse(0L),
                    Optional.of(CLINICIAN))),
        () ->
            area.insist(
                CLINICIAN,
                head -> Optional.of(new SignHandover(head, patient, area.nextRecord(), terms)),
                () -> close(incident)));
  }

  private void close(IncidentId incident) {
    area.insist(
        CLINICIAN,
        head ->
            area.board()
                .findIncident(incident)
                .map(
                    open ->
                        new CloseIncident(
                            head,
                            incident,
                            CloseReason.HEARD_AND_TREATED,
                            open.version(),
                            Optional.of(CLINICIAN))),
        () -> {});
  }
}

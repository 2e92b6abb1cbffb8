package org.doorstep.handover.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.handover.letter.PracticeRequest;
import org.doorstep.handover.letter.PracticeRequest.Action;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * How what the practice is asked looks in a message: a task each; written and read in one place.
 */
final class ActionForm {
  static final String TO = "to";

  private ActionForm() {}

  static List<Reference> write(
      Entries entries, PracticeRequest request, Instant at, Reference author) {
    List<Reference> tasks = new ArrayList<>();
    for (int i = 0; i < request.actions().size(); i++) {
      Action action = request.actions().get(i);
      Period until = new Period();
      until.setEndElement(When.day(action.by()));
      Task task =
          new Task()
              .setStatus(TaskStatus.REQUESTED)
              .setIntent(TaskIntent.ORDER)
              .setPriority(TaskPriority.ROUTINE)
              .setDescription(action.what())
              .setFor(entries.to(PatientForm.PATIENT))
              .setEncounter(entries.to(VisitForm.ENCOUNTER))
              .setAuthoredOnElement(When.dateTime(at))
              .setRequester(author)
              .setOwner(entries.to(TO));
      task.getRestriction().setPeriod(until);
      action.why().ifPresent(why -> task.setReasonCode(new CodeableConcept().setText(why)));
      tasks.add(entries.add("action:" + i, task, Terms.UK_CORE + "UKCore-Task"));
    }
    return tasks;
  }

  static PracticeRequest read(BundleIndex index, PracticeRequest.Kind kind) {
    List<Action> actions = new ArrayList<>();
    for (Task task : index.list(Task.class)) {
      actions.add(
          new Action(
              Faulty.text(task.getDescription(), "Task.description"),
              Faulty.required(
                  When.readDay(task.getRestriction().getPeriod().getEndElement()),
                  "Task.restriction.period.end"),
              Optional.ofNullable(task.getReasonCode().getText())));
    }
    return new PracticeRequest(kind, actions);
  }
}

package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.letter.CareDecision;
import org.doorstep.handover.letter.Destination;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.Outcome;
import org.doorstep.handover.letter.RulesUsed;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;

/**
 * How the outcome looks in a message: where the encounter led, and the decision as a care plan that
 * names each matched row of each decision table; written and read in one place.
 */
final class OutcomeForm {
  static final String PLAN = "plan";
  static final String DESTINATION = "destination";

  private static final String OUTCOME = Terms.OURS + "outcome";
  private static final String PROTOCOL = Terms.OURS + "protocol:";
  private static final int PROTOCOL_PARTS = 3;

  private OutcomeForm() {}

  /** Where the written parts lie. */
  record Written(Reference plan, Optional<Reference> destination, List<Reference> talks) {}

  static Written write(Entries entries, Encounter encounter, Outcome outcome, Reference author) {
    encounter
        .getHospitalization()
        .setDischargeDisposition(
            Terms.ours("outcome", outcome.disposition().name(), outcome.disposition().words()));
    Optional<Reference> destination = outcome.destination().map(to -> write(entries, to));
    destination.ifPresent(encounter.getHospitalization()::setDestination);
    CarePlan plan = plan(entries, outcome.decision());
    plan.setAuthor(author);
    List<Reference> talks = new ArrayList<>();
    TalkForm talk = new TalkForm(entries, author);
    outcome.safetyNet().ifPresent(net -> talks.addAll(talk.write(net, encounter)));
    outcome.told().ifPresent(told -> talks.add(talk.write(told)));
    outcome
        .destination()
        .flatMap(Destination::accepted)
        .ifPresent(acceptance -> talks.add(talk.write(acceptance)));
    talks.addAll(talk.write(outcome.offers()));
    return new Written(
        entries.add(PLAN, plan, Terms.UK_CORE + "UKCore-CarePlan"), destination, talks);
  }

  private static Reference write(Entries entries, Destination destination) {
    return PeopleForm.write(entries, DESTINATION, destination.service(), destination.dosId());
  }

  private static CarePlan plan(Entries entries, CareDecision decision) {
    CarePlan plan =
        new CarePlan()
            .setStatus(CarePlanStatus.ACTIVE)
            .setIntent(CarePlanIntent.PLAN)
            .setTitle("Where care happens")
            .setDescription(decision.proposal())
            .setSubject(entries.to(PatientForm.PATIENT))
            .setEncounter(entries.to(VisitForm.ENCOUNTER))
            .setCreatedElement(When.dateTime(decision.at()));
    for (RulesUsed rules : decision.rules()) {
      for (String row : rules.rows()) {
        plan.addInstantiatesUri(PROTOCOL + rules.table() + ":" + rules.version() + ":" + row);
      }
    }
    decision.differsBecause().ifPresent(why -> plan.addNote(new Annotation().setText(why)));
    return plan;
  }

  static Outcome read(BundleIndex index, Encounter encounter) {
    CarePlan plan = Faulty.required(index.list(CarePlan.class).stream().findFirst(), "CarePlan");
    TalkForm.Talks talks = TalkForm.read(index, encounter);
    return new Outcome(
        disposition(encounter),
        decision(plan),
        destination(index, encounter, talks),
        talks.safetyNet(),
        talks.told(),
        talks.offers());
  }

  private static Disposition disposition(Encounter encounter) {
    String where = "Encounter.hospitalization.dischargeDisposition";
    return Faulty.required(
        Stream.of(Disposition.values())
            .filter(
                each ->
                    encounter
                        .getHospitalization()
                        .getDischargeDisposition()
                        .hasCoding(OUTCOME, each.name()))
            .findFirst(),
        where);
  }

  private static Optional<Destination> destination(
      BundleIndex index, Encounter encounter, TalkForm.Talks talks) {
    Reference to = encounter.getHospitalization().getDestination();
    if (!to.hasReference()) {
      return Optional.empty();
    }
    return Optional.of(
        new Destination(
            PeopleForm.readOrganisation(index, to, "Encounter.hospitalization.destination"),
            PeopleForm.readDosId(index, to),
            talks.accepted()));
  }

  private static CareDecision decision(CarePlan plan) {
    return new CareDecision(
        Faulty.required(When.read(plan.getCreatedElement()), "CarePlan.created"),
        Faulty.text(plan.getDescription(), "CarePlan.description"),
        rules(plan),
        plan.getNote().stream().map(Annotation::getText).findFirst());
  }

  private static List<RulesUsed> rules(CarePlan plan) {
    List<RulesUsed> rules = new ArrayList<>();
    for (UriType uri : plan.getInstantiatesUri()) {
      if (!uri.getValue().startsWith(PROTOCOL)) {
        continue;
      }
      String[] parts = uri.getValue().substring(PROTOCOL.length()).split(":", -1);
      if (parts.length != PROTOCOL_PARTS) {
        throw new Faulty("CarePlan.instantiatesUri", "A rule is named by table, version and row.");
      }
      add(rules, parts[0], parts[1], parts[2]);
    }
    return rules;
  }

  /** Rows of one table stand together, as they were written. */
  private static void add(List<RulesUsed> rules, String table, String version, String row) {
    int last = rules.size() - 1;
    if (last >= 0
        && rules.get(last).table().equals(table)
        && rules.get(last).version().equals(version)) {
      List<String> rows = new ArrayList<>(rules.get(last).rows());
      rows.add(row);
      rules.set(last, new RulesUsed(table, version, rows));
    } else {
      rules.add(new RulesUsed(table, version, List.of(row)));
    }
  }
}

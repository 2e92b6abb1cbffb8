package org.doorstep.handover.fhir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.handover.gp.AnswerItem;
import org.doorstep.handover.gp.GpRecord.Severity;
import org.doorstep.handover.gp.SectionKind;
import org.doorstep.handover.gp.SummaryEntry;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/**
 * Allergies, medicines, problems and encounters as lines. What was entered in error or refuted is
 * left out; what is past is marked; what has no name is shown without one, never dropped.
 */
final class LineReading {
  private static final List<String> NEVER = List.of("entered-in-error", "refuted");
  private static final List<String> PAST = List.of("inactive", "resolved", "remission");
  private static final List<String> TAKEN = List.of("active", "intended", "unknown", "draft");
  private static final String NAMELESS = "Recorded without a name";

  private final BundleIndex index;

  LineReading(BundleIndex index) {
    this.index = index;
  }

  Optional<AnswerItem> find(AllergyIntolerance allergy) {
    if (isOneOf(allergy.getVerificationStatus(), NEVER)) {
      return Optional.empty();
    }
    boolean active = !isOneOf(allergy.getClinicalStatus(), PAST);
    Optional<AnswerItem> none = none(SectionKind.ALLERGIES, allergy.getCode(), active);
    if (none.isPresent()) {
      return none;
    }
    String reactions =
        allergy.getReaction().stream()
            .flatMap(each -> each.getManifestation().stream())
            .flatMap(each -> Words.of(each).stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return line(
        SectionKind.ALLERGIES,
        allergy.getCode(),
        active,
        PlanReading.date(allergy.getRecordedDateElement()),
        severity(allergy),
        Optional.of(reactions).filter(text -> !text.isEmpty()));
  }

  Optional<AnswerItem> find(Condition problem) {
    if (isOneOf(problem.getVerificationStatus(), NEVER)) {
      return Optional.empty();
    }
    boolean active = !isOneOf(problem.getClinicalStatus(), PAST);
    Optional<AnswerItem> none = none(SectionKind.PROBLEMS, problem.getCode(), active);
    if (none.isPresent()) {
      return none;
    }
    Optional<String> since =
        problem.hasOnsetDateTimeType()
            ? PlanReading.date(problem.getOnsetDateTimeType())
            : PlanReading.date(problem.getRecordedDateElement());
    return line(
        SectionKind.PROBLEMS, problem.getCode(), active, since, Optional.empty(), Optional.empty());
  }

  Optional<AnswerItem> find(MedicationStatement medicine) {
    String status = medicine.hasStatus() ? medicine.getStatus().toCode() : "unknown";
    return medicine(
        medicine.getMedication(),
        status,
        medicine.getDosage(),
        PlanReading.date(medicine.getDateAssertedElement()),
        false);
  }

  Optional<AnswerItem> find(MedicationRequest medicine) {
    String status = medicine.hasStatus() ? medicine.getStatus().toCode() : "unknown";
    return medicine(
        medicine.getMedication(),
        status,
        medicine.getDosageInstruction(),
        PlanReading.date(medicine.getAuthoredOnElement()),
        medicine.getDoNotPerform());
  }

  Optional<AnswerItem> find(Encounter encounter) {
    String status = encounter.hasStatus() ? encounter.getStatus().toCode() : "unknown";
    if (NEVER.contains(status) || status.equals("cancelled")) {
      return Optional.empty();
    }
    String kind =
        encounter.getType().stream()
            .flatMap(each -> Words.of(each).stream())
            .findFirst()
            .or(() -> Optional.ofNullable(encounter.getClass_().getDisplay()))
            .orElse("Encounter");
    String why =
        encounter.getReasonCode().stream()
            .flatMap(each -> Words.of(each).stream())
            .collect(Collectors.joining(", "));
    return Optional.of(
        new AnswerItem.Line(
            SectionKind.ENCOUNTERS,
            new SummaryEntry(
                kind,
                true,
                PlanReading.date(encounter.getPeriod().getStartElement()),
                Optional.empty(),
                Optional.of(why).filter(text -> !text.isEmpty()))));
  }

  private Optional<AnswerItem> medicine(
      Type medication,
      String status,
      List<Dosage> doses,
      Optional<String> since,
      boolean forbidden) {
    if (NEVER.contains(status)) {
      return Optional.empty();
    }
    CodeableConcept concept = concept(medication);
    boolean active = TAKEN.contains(status);
    Optional<AnswerItem> none = none(SectionKind.MEDICINES, concept, active);
    if (none.isPresent()) {
      return none;
    }
    String dose =
        Stream.concat(
                forbidden ? Stream.of("not to be given") : Stream.of(),
                Stream.concat(
                    active ? Stream.of() : Stream.of(status.replace('-', ' ')),
                    doses.stream()
                        .map(Dosage::getText)
                        .flatMap(text -> Optional.ofNullable(text).stream())))
            .collect(Collectors.joining(", "));
    return line(
        SectionKind.MEDICINES,
        concept,
        active && !forbidden,
        since,
        Optional.empty(),
        Optional.of(dose).filter(text -> !text.isEmpty()));
  }

  /** The name of a medicine, which may stand in a resource of its own. */
  private CodeableConcept concept(Type medication) {
    if (medication instanceof CodeableConcept concept) {
      return concept;
    }
    if (medication instanceof Reference reference) {
      Resource inside = (Resource) reference.getResource();
      if (inside instanceof Medication named) {
        return named.getCode();
      }
      return index
          .find(reference, Medication.class)
          .map(Medication::getCode)
          .orElseGet(() -> new CodeableConcept().setText(reference.getDisplay()));
    }
    return new CodeableConcept();
  }

  private static Optional<AnswerItem> none(
      SectionKind section, CodeableConcept concept, boolean active) {
    Optional<AnswerItem> all =
        AbsentCodes.findAll(concept).map(words -> new AnswerItem.None(section, words, active));
    return all.or(
        () ->
            AbsentCodes.findSome(concept).map(words -> new AnswerItem.None(section, words, false)));
  }

  private static Optional<AnswerItem> line(
      SectionKind section,
      CodeableConcept concept,
      boolean active,
      Optional<String> since,
      Optional<Severity> severity,
      Optional<String> note) {
    return Optional.of(
        new AnswerItem.Line(
            section,
            new SummaryEntry(Words.of(concept).orElse(NAMELESS), active, since, severity, note)));
  }

  /** The worst that is recorded. */
  private static Optional<Severity> severity(AllergyIntolerance allergy) {
    Optional<Severity> worst =
        allergy.getReaction().stream()
            .filter(AllergyIntolerance.AllergyIntoleranceReactionComponent::hasSeverity)
            .map(each -> Severity.valueOf(each.getSeverity().name()))
            .max(Severity::compareTo);
    boolean high =
        allergy.getCriticality() == AllergyIntolerance.AllergyIntoleranceCriticality.HIGH;
    return high ? Optional.of(Severity.SEVERE) : worst;
  }

  private static boolean isOneOf(CodeableConcept status, List<String> codes) {
    return status.getCoding().stream().anyMatch(each -> codes.contains(each.getCode()));
  }
}

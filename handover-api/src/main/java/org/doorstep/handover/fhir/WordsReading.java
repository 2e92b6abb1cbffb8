package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.bars.BarsWords;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** What a message says in words: the complaint, and everything a crew would want to read. */
final class WordsReading {
  private static final String PRESENTING = "33962009";
  private static final int ITEMS_MAX = 200;
  private static final int LINES_MAX = 1_000;

  private final BundleIndex index;
  private final List<String> lines = new ArrayList<>();

  WordsReading(BundleIndex index) {
    this.index = index;
  }

  /**
   * Gathers the words.
   *
   * @param others further lines, from flags and other places
   */
  BarsWords read(ServiceRequest request, List<String> others) {
    Optional<String> complaint = complaint(request);
    request.getCategory().stream()
        .filter(CodeableConcept::hasText)
        .flatMap(concept -> Codings.words(concept).stream())
        .forEach(text -> add("Asked", text));
    request.getNote().forEach(note -> add("Note", note.getText()));
    add("For the patient", request.getPatientInstruction());
    others.stream().flatMap(other -> Codings.clean(other).stream()).forEach(this::line);
    for (Communication communication : index.list(Communication.class)) {
      String topic = Codings.words(communication.getTopic()).orElse("Said");
      communication.getPayload().stream()
          .map(CommunicationPayloadComponent::getContent)
          .filter(StringType.class::isInstance)
          .forEach(content -> add(topic, content.primitiveValue()));
    }
    index.list(Condition.class).forEach(c -> add("Condition", c.getCode()));
    index.list(QuestionnaireResponse.class).forEach(this::answers);
    index.list(Observation.class).forEach(this::observation);
    StatedScore.doubts(index.list(Observation.class)).forEach(this::line);
    index.list(Procedure.class).forEach(p -> add("Procedure", p.getCode()));
    index.list(Task.class).forEach(task -> add("Task", task.getDescription()));
    index.list(CarePlan.class).forEach(this::carePlan);
    return new BarsWords(complaint, lines);
  }

  private Optional<String> complaint(ServiceRequest request) {
    Stream<CodeableConcept> presenting =
        index.list(Condition.class).stream()
            .filter(
                condition ->
                    Codings.findCode(condition.getCategory(), "snomed")
                        .filter(PRESENTING::equals)
                        .isPresent())
            .map(Condition::getCode);
    Stream<CodeableConcept> conditions =
        index.list(Condition.class).stream().map(Condition::getCode);
    return Stream.of(
            presenting.flatMap(concept -> Codings.words(concept).stream()),
            conditions.flatMap(concept -> Codings.words(concept).stream()),
            natureOfCall(),
            symptomGroup(),
            request.getReasonCode().stream().flatMap(concept -> Codings.words(concept).stream()),
            index.list(Observation.class).stream()
                .flatMap(observation -> Codings.words(observation.getCode()).stream()))
        .flatMap(found -> found)
        .map(found -> found.replace('\n', ' '))
        .findFirst();
  }

  private Stream<String> natureOfCall() {
    return index.list(QuestionnaireResponse.class).stream()
        .filter(
            response -> response.hasQuestionnaire() && response.getQuestionnaire().endsWith("/NOC"))
        .flatMap(response -> response.getItem().stream())
        .flatMap(item -> answer(item).stream());
  }

  private Stream<String> symptomGroup() {
    return index.list(CarePlan.class).stream()
        .flatMap(plan -> plan.getActivity().stream())
        .flatMap(activity -> activity.getOutcomeCodeableConcept().stream())
        .filter(
            concept -> concept.getCoding().stream().anyMatch(c -> Codings.isOf(c, "pathways-sg")))
        .flatMap(concept -> Codings.words(concept).stream());
  }

  private void answers(QuestionnaireResponse response) {
    List<QuestionnaireResponseItemComponent> items = new ArrayList<>(response.getItem());
    // Grouped items are taken in turn behind the others, so that no depth can exhaust the stack.
    for (int i = 0; i < items.size() && i < ITEMS_MAX; i++) {
      QuestionnaireResponseItemComponent item = items.get(i);
      items.addAll(item.getItem());
      answer(item).ifPresent(said -> add(item.hasText() ? item.getText() : "Answer", said));
    }
  }

  private static Optional<String> answer(QuestionnaireResponseItemComponent item) {
    return item.getAnswer().stream()
        .filter(QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent::hasValue)
        .flatMap(answer -> Values.words(answer.getValue()).stream())
        .findFirst();
  }

  private void observation(Observation observation) {
    String name = Codings.words(observation.getCode()).orElse("Observation");
    Optional<String> value =
        observation.hasValue() ? Values.words(observation.getValue()) : Optional.empty();
    line(value.map(said -> name + ": " + said).orElse(name));
    observation.getNote().forEach(note -> add(name, note.getText()));
  }

  private void carePlan(CarePlan plan) {
    add("Plan", plan.getDescription());
    for (CarePlanActivityComponent activity : plan.getActivity()) {
      for (CodeableConcept outcome : activity.getOutcomeCodeableConcept()) {
        Codings.words(outcome).ifPresent(this::line);
      }
      activity.getProgress().forEach(note -> add("Progress", note.getText()));
    }
    plan.getNote().forEach(note -> add("Note", note.getText()));
  }

  private void add(String name, CodeableConcept concept) {
    Codings.words(concept).ifPresent(said -> line(name + ": " + said));
  }

  private void add(String name, @Nullable String text) {
    if (text != null) {
      Codings.clean(text).ifPresent(said -> line(name + ": " + said));
    }
  }

  private void line(String line) {
    if (lines.size() < LINES_MAX && !lines.contains(line)) {
      lines.add(line);
    }
  }
}

package org.doorstep.server.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.ComaParts;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.OxygenTarget;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.Vital;
import org.doorstep.dispatch.protocol.News2;
import org.doorstep.dispatch.shell.record.Belonging;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.shell.record.MedicineGiven;
import org.doorstep.handover.letter.Breathing;
import org.doorstep.handover.letter.Circulation;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.EarlyWarning;
import org.doorstep.handover.letter.Finding;
import org.doorstep.handover.letter.Finding.Kind;
import org.doorstep.handover.letter.Medicine;
import org.doorstep.handover.letter.Treatment;
import org.doorstep.handover.letter.Vitals;

/** Puts what was measured, found and done into the words of a letter or a referral. */
final class ClinicalWriting {
  private static final int TENTHS_SCALE = 1;
  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]");

  private ClinicalWriting() {}

  /**
   * Writes it.
   *
   * @param assessment empty where nobody has assessed the patient
   * @param known what the practice's record says, for receivers that do not have it
   * @param at when the words were written
   */
  static Clinical of(
      Optional<Assessment> assessment, CareWords words, List<Finding> known, Instant at) {
    List<Finding> findings = new ArrayList<>();
    text(words.summary()).ifPresent(text -> findings.add(finding(Kind.IMPRESSION, text)));
    assessment.map(each -> FindingWords.list(each.findings())).ifPresent(findings::addAll);
    assessment.ifPresent(each -> findings.addAll(comaScale(each)));
    assessment.ifPresent(each -> findings.addAll(ExaminationWords.list(each, UNITED_KINGDOM)));
    findings.addAll(known);
    List<org.doorstep.handover.letter.ObservationSet> rounds =
        assessment.map(ClinicalWriting::rounds).orElse(List.of());
    List<Treatment> treatments =
        text(words.treatment())
            .map(text -> List.of(new Treatment(at, text, Optional.empty())))
            .orElse(List.of());
    belongings(words).forEach(findings::add);
    return new Clinical(rounds, findings, treatments, medicines(words));
  }

  private static List<Medicine> medicines(CareWords words) {
    return words.medicines().orElse(List.of()).stream().map(ClinicalWriting::medicine).toList();
  }

  private static Medicine medicine(MedicineGiven given) {
    return new Medicine(
        given.at(),
        word(given.name()),
        new Medicine.Dose(new BigDecimal(given.amount()), word(given.unit())),
        word(given.route()),
        text(given.batch()));
  }

  private static String word(String given) {
    return text(Optional.of(given)).orElse("Not recorded");
  }

  /** One line for each place: what came along, what stayed, what is missing. */
  private static List<Finding> belongings(CareWords words) {
    Map<Belonging.Where, List<String>> places = new TreeMap<>();
    for (Belonging each : words.belongings().orElse(List.of())) {
      places
          .computeIfAbsent(each.where(), where -> new ArrayList<>())
          .add(FindingWords.words(each.item()));
    }
    return places.entrySet().stream()
        .map(
            place ->
                finding(
                    Kind.SOCIAL,
                    "Belongings, %s: %s"
                        .formatted(
                            FindingWords.words(place.getKey()),
                            String.join(", ", place.getValue()))))
        .toList();
  }

  /** A text that says something; what a message cannot carry becomes a blank. */
  static Optional<String> text(Optional<String> given) {
    return given
        .map(text -> CONTROL.matcher(text).replaceAll(" ").strip())
        .filter(text -> !text.isEmpty());
  }

  static Finding finding(Kind kind, String text) {
    return new Finding(kind, text, Optional.empty());
  }

  private static List<Finding> comaScale(Assessment assessment) {
    return assessment.observations().stream()
        .map(ObservationSet::bedside)
        .flatMap(tests -> tests.comaScale().map(scale -> coma(scale, tests.comaParts())).stream())
        .reduce((earlier, later) -> later)
        .map(words -> List.of(finding(Kind.EXAMINATION, words)))
        .orElse(List.of());
  }

  private static String coma(int scale, Optional<ComaParts> parts) {
    return "Glasgow Coma Scale %d%s"
        .formatted(
            scale,
            parts
                .map(each -> " (E%d V%d M%d)".formatted(each.eyes(), each.voice(), each.movement()))
                .orElse(""));
  }

  private static List<org.doorstep.handover.letter.ObservationSet> rounds(Assessment assessment) {
    return assessment.observations().stream()
        .map(
            round ->
                new org.doorstep.handover.letter.ObservationSet(
                    round.takenAt(), vitals(round), score(round, assessment.patient())))
        .toList();
  }

  private static Vitals vitals(ObservationSet round) {
    return new Vitals(
        new Breathing(
            round.breathing().respiratoryRate(),
            round.breathing().oxygenSaturation(),
            round.breathing().oxygen().map(ClinicalWriting::oxygen)),
        new Circulation(
            round.circulation().systolicPressure(), Optional.empty(), round.circulation().pulse()),
        round.consciousness().map(ClinicalWriting::consciousness),
        round.temperatureTenths().map(ClinicalWriting::tenths),
        round.bedside().glucoseTenths().map(ClinicalWriting::tenths),
        round.bedside().pain());
  }

  private static Breathing.Oxygen oxygen(Oxygen oxygen) {
    return new Breathing.Oxygen(
        oxygen.given(), oxygen.litresPerMinute().filter(litres -> litres > 0));
  }

  private static Vitals.Consciousness consciousness(Consciousness level) {
    return switch (level) {
      case ALERT -> Vitals.Consciousness.ALERT;
      case CONFUSED -> Vitals.Consciousness.CONFUSION;
      case VOICE -> Vitals.Consciousness.VOICE;
      case PAIN -> Vitals.Consciousness.PAIN;
      case UNRESPONSIVE -> Vitals.Consciousness.UNRESPONSIVE;
    };
  }

  private static BigDecimal tenths(int tenths) {
    return BigDecimal.valueOf(tenths, TENTHS_SCALE);
  }

  private static Optional<EarlyWarning> score(ObservationSet round, PatientFacts patient) {
    if (!(News2.of(round, patient) instanceof News2.Scored scored)) {
      return Optional.empty();
    }
    Map<Vital, Integer> scores = new TreeMap<>();
    scored.parameters().forEach(each -> scores.put(each.vital(), each.score()));
    boolean hypercapnic =
        patient.oxygenTarget().map(OxygenTarget::scale).orElse(OxygenTarget.Scale.SCALE_1)
            == OxygenTarget.Scale.SCALE_2;
    Function<EarlyWarning.Parameter, EarlyWarning.Part> part =
        parameter ->
            new EarlyWarning.Part(parameter, Optional.ofNullable(scores.get(vital(parameter))));
    return Optional.of(
        new EarlyWarning(
            scored.isComplete() ? Optional.of(scored.total()) : Optional.empty(),
            hypercapnic,
            List.of(EarlyWarning.Parameter.values()).stream().map(part).toList()));
  }

  private static Vital vital(EarlyWarning.Parameter parameter) {
    return switch (parameter) {
      case RESPIRATION_RATE -> Vital.RESPIRATORY_RATE;
      case SATURATION -> Vital.OXYGEN_SATURATION;
      case AIR_OR_OXYGEN -> Vital.OXYGEN;
      case SYSTOLIC_PRESSURE -> Vital.SYSTOLIC_PRESSURE;
      case PULSE -> Vital.PULSE;
      case CONSCIOUSNESS -> Vital.CONSCIOUSNESS;
      case TEMPERATURE -> Vital.TEMPERATURE;
    };
  }
}

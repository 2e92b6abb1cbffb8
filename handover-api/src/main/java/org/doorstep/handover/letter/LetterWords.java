package org.doorstep.handover.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.handover.letter.Breathing.Oxygen;

/**
 * A letter in lines that a person reads, section by section. The message carries them beside its
 * codes and the practice's own page shows them, so that both say the same.
 */
public final class LetterWords {
  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);
  private static final DateTimeFormatter READABLE_DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private LetterWords() {}

  /** What the practice is to do, and by when. */
  public static List<String> asked(PracticeRequest request) {
    List<String> lines = new ArrayList<>();
    lines.add(request.kind().words() + ".");
    for (PracticeRequest.Action action : request.actions()) {
      lines.add("By %s: %s".formatted(words(action.by()), action.what()));
      action.why().ifPresent(why -> lines.add("Because: " + why));
    }
    return lines;
  }

  /** What was decided, by which rules, and who has the patient. */
  public static List<String> outcome(HandoverLetter letter) {
    Outcome outcome = letter.outcome();
    List<String> lines = new ArrayList<>();
    lines.add(outcome.disposition().words() + ".");
    outcome
        .destination()
        .ifPresent(
            to -> {
              lines.add("Destination: " + to.service().name());
              to.accepted()
                  .ifPresent(
                      by -> lines.add("Taken over by %s, %s".formatted(by.by(), words(by.at()))));
            });
    lines.add("The protocol proposed: " + outcome.decision().proposal());
    for (RulesUsed rules : outcome.decision().rules()) {
      lines.add(
          "Table %s, version %s, rows %s"
              .formatted(rules.table(), rules.version(), String.join(", ", rules.rows())));
    }
    outcome.decision().differsBecause().ifPresent(why -> lines.add("Decided otherwise: " + why));
    outcome
        .told()
        .ifPresent(
            told ->
                lines.add(
                    "The patient was told by %s, %s"
                        .formatted(person(told.by()), words(told.at()))));
    return lines;
  }

  /** Why, where, when and who. */
  public static List<String> visit(Visit visit) {
    List<String> lines = new ArrayList<>();
    lines.add("Reason for the call: " + visit.reason());
    visit.category().ifPresent(category -> lines.add("Category: " + category.name()));
    lines.add("Place: " + visit.scene().words());
    lines.add("Called: " + words(visit.times().called()));
    visit.times().atPatient().ifPresent(at -> lines.add("With the patient: " + words(at)));
    visit.times().left().ifPresent(at -> lines.add("Left: " + words(at)));
    visit
        .crews()
        .forEach(
            crew ->
                lines.add(
                    "%s: %s"
                        .formatted(
                            crew.callSign(),
                            String.join(
                                ", ", crew.members().stream().map(LetterWords::person).toList()))));
    return lines;
  }

  /** Each round with its score, and how the score went. */
  public static List<String> observations(Clinical clinical) {
    List<String> lines = new ArrayList<>();
    clinical.observations().forEach(set -> lines.add(line(set)));
    if (!lines.isEmpty()) {
      lines.add("NEWS2 over time: " + clinical.trend().words());
    }
    return lines;
  }

  private static String line(ObservationSet set) {
    List<String> parts = new ArrayList<>();
    Vitals vitals = set.vitals();
    add(parts, "resps", vitals.breathing().ratePerMinute());
    add(parts, "SpO2 %", vitals.breathing().saturationPercent());
    add(parts, "on", vitals.breathing().oxygen().map(LetterWords::oxygen));
    vitals
        .circulation()
        .systolicMmHg()
        .ifPresent(
            systolic ->
                parts.add(
                    "BP %d/%s"
                        .formatted(
                            systolic,
                            vitals.circulation().diastolicMmHg().map(d -> "" + d).orElse("?"))));
    add(parts, "pulse", vitals.circulation().pulsePerMinute());
    add(parts, "consciousness", vitals.consciousness());
    add(parts, "temperature", vitals.temperatureCelsius());
    add(parts, "glucose", vitals.glucoseMmolPerLitre());
    add(parts, "pain", vitals.painScore());
    String score =
        set.score()
            .map(
                s ->
                    s.total()
                        .map(total -> "NEWS2 " + total)
                        .orElseGet(() -> "NEWS2 not complete, missing " + s.missing()))
            .orElse("NEWS2 does not apply");
    return "%s: %s; %s".formatted(words(set.at()), String.join(", ", parts), score);
  }

  private static String oxygen(Oxygen oxygen) {
    return oxygen.given()
        ? "oxygen" + oxygen.litresPerMinute().map(flow -> " " + flow + " L/min").orElse("")
        : "air";
  }

  private static void add(List<String> parts, String name, Optional<?> value) {
    value.ifPresent(given -> parts.add(name + " " + given));
  }

  /** What was found. */
  public static List<String> findings(Clinical clinical) {
    return clinical.findings().stream()
        .map(finding -> finding.kind().words() + ": " + finding.text())
        .toList();
  }

  /** What was done. */
  public static List<String> treatments(Clinical clinical) {
    return clinical.treatments().stream()
        .map(treatment -> words(treatment.at()) + ": " + treatment.text())
        .toList();
  }

  /** What was given. */
  public static List<String> medicines(Clinical clinical) {
    return clinical.medicines().stream().map(LetterWords::line).toList();
  }

  private static String line(Medicine medicine) {
    return "%s: %s %s %s, %s%s"
        .formatted(
            words(medicine.at()),
            medicine.name(),
            medicine.dose().value().toPlainString(),
            medicine.dose().unit(),
            medicine.route(),
            medicine.batch().map(batch -> ", batch " + batch).orElse(""));
  }

  /** What the patient was told to watch for. */
  public static List<String> advice(Optional<SafetyNet> given) {
    List<String> lines = new ArrayList<>();
    given.ifPresent(
        net -> {
          lines.add("To be expected: " + net.expect());
          net.warningSigns().forEach(sign -> lines.add("Warning sign: " + sign));
          lines.add("Help again: " + net.callBack());
          lines.add(net.writtenCopy() ? "Left in writing." : "Not left in writing.");
          net.carer().ifPresent(carer -> lines.add("Also told: " + carer));
          if (net.interpreter()) {
            lines.add("Through an interpreter.");
          }
        });
    return lines;
  }

  /** What was offered beyond the incident, and what the patient made of it. */
  public static List<String> offers(Outcome outcome) {
    return outcome.offers().stream()
        .map(
            offer ->
                "%s: %s%s"
                    .formatted(
                        offer.what(),
                        offer.answer().words(),
                        offer.leaflet().map(title -> "; leaflet (" + title + ")").orElse("")))
        .toList();
  }

  /** Who it is. */
  public static List<String> patient(LetterPatient patient) {
    List<String> lines = new ArrayList<>();
    if (patient.isUnidentified()) {
      lines.add("The patient is NOT identified.");
    }
    patient.name().ifPresent(name -> lines.add(name.given() + " " + name.family()));
    patient.birthDate().ifPresent(day -> lines.add("Born " + words(day)));
    patient.ageYears().ifPresent(age -> lines.add("Estimated age " + age));
    patient
        .nhs()
        .ifPresent(nhs -> lines.add("NHS number " + nhs.number() + " (" + nhs.status() + ")"));
    return lines;
  }

  /** Name, role and registration. */
  public static String person(Clinician clinician) {
    return "%s (%s%s)"
        .formatted(
            clinician.name(),
            clinician.role(),
            clinician
                .registration()
                .map(
                    registration ->
                        ", %s %s".formatted(registration.regulator(), registration.number()))
                .orElse(""));
  }

  private static String words(Instant at) {
    return READABLE.format(at.atZone(UNITED_KINGDOM));
  }

  private static String words(LocalDate day) {
    return READABLE_DAY.format(day);
  }
}

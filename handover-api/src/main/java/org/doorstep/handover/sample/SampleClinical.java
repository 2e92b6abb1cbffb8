package org.doorstep.handover.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.handover.letter.Breathing;
import org.doorstep.handover.letter.Breathing.Oxygen;
import org.doorstep.handover.letter.Circulation;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.EarlyWarning;
import org.doorstep.handover.letter.EarlyWarning.Parameter;
import org.doorstep.handover.letter.EarlyWarning.Part;
import org.doorstep.handover.letter.Finding;
import org.doorstep.handover.letter.Finding.Kind;
import org.doorstep.handover.letter.Medicine;
import org.doorstep.handover.letter.ObservationSet;
import org.doorstep.handover.letter.SnomedCode;
import org.doorstep.handover.letter.Treatment;
import org.doorstep.handover.letter.Vitals;
import org.doorstep.handover.letter.Vitals.Consciousness;

/** Measurements and findings of invented visits. */
final class SampleClinical {
  private SampleClinical() {}

  /** An old lady who has fallen and is not hurt. */
  static Clinical fall(Instant at) {
    return new Clinical(
        List.of(
            new ObservationSet(at, vitals(18, 95, 142, 92, "37.4"), score(0, 1, 0, 0, 1, 0, 0)),
            new ObservationSet(
                at.plusSeconds(1_800),
                vitals(16, 97, 138, 84, "37.2"),
                score(0, 0, 0, 0, 0, 0, 0))),
        List.of(
            new Finding(
                Kind.PRESENTING_COMPLAINT,
                "Fall from standing, on the floor for 20 minutes",
                Optional.of(new SnomedCode("161898004", "Falls"))),
            new Finding(Kind.IMPRESSION, "Fall without injury", Optional.empty()),
            new Finding(Kind.HISTORY, "Hypertension, osteoarthritis", Optional.empty()),
            new Finding(Kind.ALLERGY, "Penicillin: rash", Optional.empty()),
            new Finding(
                Kind.EXAMINATION, "No bony tenderness, walks with her frame", Optional.empty()),
            new Finding(Kind.CAPACITY, "Has capacity, wants to stay at home", Optional.empty()),
            new Finding(
                Kind.CARE_PLAN, "ReSPECT form seen, original, reviewed 2026", Optional.empty()),
            new Finding(Kind.SOCIAL, "Lives alone, daughter visits daily", Optional.empty())),
        List.of(
            new Treatment(at.plusSeconds(600), "Lifted with a lifting cushion", Optional.empty())),
        List.of(
            new Medicine(
                at.plusSeconds(900),
                "Paracetamol",
                new Medicine.Dose(new BigDecimal("1"), "g"),
                "oral",
                Optional.of("SAMPLE-LOT-1"))));
  }

  /** A man short of breath, on oxygen, with chronic hypercapnic failure. */
  static Clinical breathless(Instant at) {
    Vitals first =
        new Vitals(
            new Breathing(
                Optional.of(28), Optional.of(84), Optional.of(new Oxygen(true, Optional.of(4)))),
            new Circulation(Optional.of(104), Optional.of(61), Optional.of(118)),
            Optional.of(Consciousness.CONFUSION),
            Optional.of(new BigDecimal("38.9")),
            Optional.of(new BigDecimal("7.1")),
            Optional.of(3));
    return new Clinical(
        List.of(
            new ObservationSet(at, first, hypercapnic(3, 2, 2, 1, 2, 3, 1)),
            new ObservationSet(at.plusSeconds(900), first, hypercapnic(3, 2, 2, 1, 2, 3, 1))),
        List.of(
            new Finding(
                Kind.PRESENTING_COMPLAINT, "Short of breath since last night", Optional.empty()),
            new Finding(Kind.RED_FLAG, "Suspected sepsis", Optional.empty()),
            new Finding(
                Kind.SAFEGUARDING,
                "None identified\nAsked with the patient alone",
                Optional.empty())),
        List.of(
            new Treatment(at.plusSeconds(120), "Intravenous access, left arm", Optional.empty())),
        List.of(
            new Medicine(
                at.plusSeconds(300),
                "Salbutamol",
                new Medicine.Dose(new BigDecimal("5"), "mg"),
                "nebulised",
                Optional.empty())));
  }

  /** Somebody found in the street, of whom little could be measured. */
  static Clinical hardlyMeasured(Instant at) {
    Vitals vitals =
        new Vitals(
            new Breathing(Optional.of(14), Optional.empty(), Optional.of(Oxygen.AIR)),
            new Circulation(Optional.of(90), Optional.empty(), Optional.of(72)),
            Optional.of(Consciousness.VOICE),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Clinical(
        List.of(
            new ObservationSet(
                at,
                vitals,
                Optional.of(
                    new EarlyWarning(
                        Optional.empty(), false, parts(List.of(0, -1, 0, 3, 0, 3, -1)))))),
        List.of(
            new Finding(Kind.IMPRESSION, "Reduced consciousness, cause unknown", Optional.empty())),
        List.of(),
        List.of());
  }

  /** A call without anybody seeing the patient. */
  static Clinical telephone() {
    return new Clinical(
        List.of(),
        List.of(
            new Finding(Kind.PRESENTING_COMPLAINT, "Vomiting once, now well", Optional.empty())),
        List.of(),
        List.of());
  }

  private static Vitals vitals(int resps, int spo2, int systolic, int pulse, String temperature) {
    return new Vitals(
        new Breathing(Optional.of(resps), Optional.of(spo2), Optional.of(Oxygen.AIR)),
        new Circulation(Optional.of(systolic), Optional.of(80), Optional.of(pulse)),
        Optional.of(Consciousness.ALERT),
        Optional.of(new BigDecimal(temperature)),
        Optional.empty(),
        Optional.of(2));
  }

  private static Optional<EarlyWarning> score(Integer... parts) {
    return score(false, List.of(parts));
  }

  private static Optional<EarlyWarning> hypercapnic(Integer... parts) {
    return score(true, List.of(parts));
  }

  private static Optional<EarlyWarning> score(boolean hypercapnic, List<Integer> parts) {
    int total = parts.stream().mapToInt(part -> part).sum();
    return Optional.of(new EarlyWarning(Optional.of(total), hypercapnic, parts(parts)));
  }

  /** Parts in the order of the parameters; -1 stands for not measured. */
  private static List<Part> parts(List<Integer> scores) {
    List<Part> parts = new ArrayList<>();
    Parameter[] parameters = Parameter.values();
    for (int i = 0; i < parameters.length; i++) {
      int score = scores.get(i);
      parts.add(new Part(parameters[i], score < 0 ? Optional.empty() : Optional.of(score)));
    }
    return parts;
  }
}

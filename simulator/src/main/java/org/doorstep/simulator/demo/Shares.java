package org.doorstep.simulator.demo;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Disposition;

/**
 * Where the care of the demo's patients has happened, beside what the ambulance service of the area
 * has published for 2025/26. Thread-safe.
 */
public final class Shares {
  private static final double TRUST_HEAR_AND_TREAT = 15.9;
  private static final double TRUST_AT_SCENE = 29.9;
  private static final double TRUST_CONVEYED = 54.2;

  // Guarded by this; the latest word on each patient.
  private final Map<CareView.Ref, Disposition> latest = new TreeMap<>();

  Shares() {}

  synchronized void take(Collection<CareView> patients) {
    for (CareView patient : patients) {
      patient.choice().ifPresent(choice -> latest.put(patient.patient(), choice.disposition()));
    }
  }

  /** How many patients there were whose care has been chosen. */
  public synchronized int patients() {
    return latest.size();
  }

  /** The share of one outcome in per cent; 0 where there was no patient. */
  public synchronized double percent(Disposition disposition) {
    long count = latest.values().stream().filter(each -> each == disposition).count();
    return latest.isEmpty() ? 0 : 100.0 * count / latest.size();
  }

  /** The table that a demo prints at its end. */
  public String table() {
    Map<Disposition, Double> shares = new EnumMap<>(Disposition.class);
    for (Disposition each : Disposition.values()) {
      shares.put(each, percent(each));
    }
    double atScene =
        share(shares, Disposition.TREAT_AT_SCENE) + share(shares, Disposition.COMMUNITY);
    return String.join(
        "\n",
        "Outcomes of %d patients (in brackets: the trust's share of 2025/26)".formatted(patients()),
        line("hear and treat", share(shares, Disposition.HEAR_AND_TREAT), TRUST_HEAR_AND_TREAT),
        line("see and treat, with refer", atScene, TRUST_AT_SCENE),
        String.format(
            Locale.ROOT,
            "    of these referred          %5.1f %%",
            share(shares, Disposition.COMMUNITY)),
        line("convey", share(shares, Disposition.ACUTE), TRUST_CONVEYED));
  }

  private static double share(Map<Disposition, Double> shares, Disposition disposition) {
    return shares.getOrDefault(disposition, 0.0);
  }

  private static String line(String words, double percent, double trust) {
    return String.format(Locale.ROOT, "  %-28s %5.1f %%  (%.1f %%)", words, percent, trust);
  }
}

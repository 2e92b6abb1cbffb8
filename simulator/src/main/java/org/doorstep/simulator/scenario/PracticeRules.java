package org.doorstep.simulator.scenario;

import java.time.LocalTime;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How practices answer. */
@Meaning("How practices answer.")
public record PracticeRules(
    @Meaning("Patients who stay at home for whom something is asked, in per cent.")
        @Bounds(least = 0, most = 100)
        double askedPercent,
    @Meaning("When practices open on weekdays.") LocalTime opens,
    @Meaning("When they close.") LocalTime closes,
    @Meaning("Until they answer, while they are open.") Quantiles answer,
    @Meaning("Ask back, in per cent.") @Bounds(least = 0, most = 100) double askBackPercent,
    @Meaning("Refuse, in per cent; the hub then passes it on by hand.")
        @Bounds(least = 0, most = 100)
        double refusePercent) {
  public PracticeRules {
    if (!closes.isAfter(opens)) {
      throw new IllegalArgumentException(
          "Practices must close (%s) after they open (%s).".formatted(closes, opens));
    }
  }
}

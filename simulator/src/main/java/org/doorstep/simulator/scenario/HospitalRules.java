package org.doorstep.simulator.scenario;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How hospitals take over. */
@Meaning("How hospitals take over.")
public record HospitalRules(
    @Meaning("Where handing over takes a bay; others have room for all.") List<Bays> bays,
    @Meaning("How long handing over takes once there is a bay, at an emergency department.")
        Quantiles handover,
    @Meaning("The same elsewhere.") Quantiles handoverElsewhere,
    @Meaning("How much longer handing over takes at emergency departments than that, times.")
        @Bounds(least = 0.05, most = 20)
        Optional<Double> handoverFactor,
    @Meaning("Until a pre-alert is acknowledged.") Quantiles acknowledge) {
  public HospitalRules {
    bays = List.copyOf(bays);
  }

  /** How long handing over takes at an emergency department, in milliseconds; share in [0, 1). */
  public long handoverMillis(double share) {
    return (long) (handover.millis(share) * handoverFactor.orElse(1.0));
  }

  /** How many patients one hospital takes over at a time. */
  @Meaning("How many patients one hospital takes over at a time.")
  public record Bays(
      @Meaning("The hospital, as the directory names it.") ServiceId service,
      @Meaning("How many.") @Bounds(least = 1, most = 100) int count) {}
}

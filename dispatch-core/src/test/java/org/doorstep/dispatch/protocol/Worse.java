package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.OxygenTarget.Scale;

/** Rounds of which one observation is worse by the chart. */
final class Worse {
  private Worse() {}

  static List<ObservationSet> than(ObservationSet round, Scale scale) {
    int rate = round.breathing().respiratoryRate().orElseThrow();
    int saturation = round.breathing().oxygenSaturation().orElseThrow();
    boolean oxygen = round.breathing().oxygen().orElseThrow().given();
    int pressure = round.circulation().systolicPressure().orElseThrow();
    int pulse = round.circulation().pulse().orElseThrow();
    int tenths = round.temperatureTenths().orElseThrow();
    List<ObservationSet> others = new ArrayList<>();
    for (int other : new int[] {5, 10, 15, 22, 30}) {
      others.add(Rounds.round(other, saturation, oxygen, pressure, pulse, tenths));
    }
    for (int other : new int[] {80, 92, 94, 99}) {
      others.add(Rounds.round(rate, other, oxygen, pressure, pulse, tenths));
    }
    others.add(Rounds.round(rate, saturation, true, pressure, pulse, tenths));
    for (int other : new int[] {70, 95, 105, 150, 230}) {
      others.add(Rounds.round(rate, saturation, oxygen, other, pulse, tenths));
    }
    for (int other : new int[] {30, 45, 70, 100, 120, 150}) {
      others.add(Rounds.round(rate, saturation, oxygen, pressure, other, tenths));
    }
    for (int other : new int[] {340, 355, 370, 385, 400}) {
      others.add(Rounds.round(rate, saturation, oxygen, pressure, pulse, other));
    }
    others.replaceAll(other -> Rounds.with(other, round.consciousness()));
    others.add(Rounds.with(round, Optional.of(Consciousness.UNRESPONSIVE)));
    others.removeIf(other -> ChartOracle.total(other, scale) <= ChartOracle.total(round, scale));
    return others;
  }
}

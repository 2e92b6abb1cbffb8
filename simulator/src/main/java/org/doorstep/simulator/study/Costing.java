package org.doorstep.simulator.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.measure.PlanMeasure;
import org.doorstep.simulator.scenario.Costs;
import org.doorstep.simulator.scenario.Price;

/**
 * What the care of the measured time costs, by a scenario's unit costs. Crews cost by the hour on
 * shift whether they are busy or not, so a crew more costs more, and one patient more to an
 * existing crew does not.
 */
final class Costing {
  private static final double PERCENT = 100;

  private Costing() {}

  /**
   * What was used.
   *
   * @param crewHours on shift, by kind
   * @param avoided patients treated at the scene instead of at an emergency department
   */
  record Use(
      Map<UnitKind, Double> crewHours,
      double kilometers,
      double calls,
      double hearAndTreat,
      double toEd,
      double toElsewhere,
      double avoided,
      double community,
      double practice,
      double incidents) {}

  /** The costs by their keys, in the order of tables. */
  static Map<String, Double> values(Costs costs, Use use) {
    double crews = 0;
    for (Map.Entry<UnitKind, Double> hours : use.crewHours().entrySet()) {
      Price price = costs.crewHour().get(hours.getKey());
      // A crew of a live start may be of a kind that has no price: then no cost is better than too
      // small a one.
      crews += price == null ? Double.NaN : hours.getValue() * price.pounds();
    }
    double driving = use.kilometers() * costs.kilometer().pounds();
    double telephone =
        use.calls() * costs.call().pounds() + use.hearAndTreat() * costs.hearAndTreat().pounds();
    double hospital =
        use.toEd() * costs.emergencyAttendance().pounds()
            + use.toElsewhere() * costs.otherAttendance().pounds()
            + admissions(costs, use) * costs.admission().pounds();
    double community = use.community() * costs.communityContact().pounds();
    double practice = use.practice() * costs.practiceContact().pounds();
    double total = crews + driving + telephone + hospital + community + practice;
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(PlanMeasure.COST_CREWS_POUNDS.key(), crews);
    values.put(PlanMeasure.COST_DRIVING_POUNDS.key(), driving);
    values.put(PlanMeasure.COST_TELEPHONE_POUNDS.key(), telephone);
    values.put(PlanMeasure.COST_HOSPITAL_POUNDS.key(), hospital);
    values.put(PlanMeasure.COST_COMMUNITY_POUNDS.key(), community);
    values.put(PlanMeasure.COST_PRACTICE_POUNDS.key(), practice);
    values.put(PlanMeasure.COST_TOTAL_POUNDS.key(), total);
    values.put(PlanMeasure.COST_EACH_POUNDS.key(), total / use.incidents());
    return values;
  }

  /** Whoever is treated at the scene instead would have been admitted less often than others. */
  private static double admissions(Costs costs, Use use) {
    double asToday = (use.toEd() + use.avoided()) * costs.admittedPercent() / PERCENT;
    return asToday - use.avoided() * costs.avoidedAdmissionPercent() / PERCENT;
  }
}

package org.doorstep.dispatch.protocol;

import java.util.Arrays;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.DestinationClass;

/**
 * What a row of the clinical table calls for.
 *
 * @param preAlert whether the destination is warned before arrival
 * @param hubFirst whether the hub is spoken to before anything less is done
 */
public record CareOutcome(
    CareLevel level, DestinationClass destination, boolean preAlert, boolean hubFirst) {

  static CareOutcome of(DecisionTable table, TableRow row) {
    return new CareOutcome(
        code(table, row, CareTables.LEVEL, CareLevel.values()),
        code(table, row, CareTables.DESTINATION, DestinationClass.values()),
        Boolean.parseBoolean(table.output(row, CareTables.PRE_ALERT)),
        Boolean.parseBoolean(table.output(row, CareTables.HUB_FIRST)));
  }

  private static <E extends Enum<E>> E code(
      DecisionTable table, TableRow row, String output, E[] known) {
    String code = table.output(row, output);
    return Arrays.stream(known)
        .filter(each -> each.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The row (%s) of the table (%s) gives the %s (%s), which is not known."
                        .formatted(row.id(), table.identity().id(), output, code)));
  }
}

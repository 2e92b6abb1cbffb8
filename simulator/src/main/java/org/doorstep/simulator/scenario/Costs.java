package org.doorstep.simulator.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/**
 * What care costs, by unit costs with their years. Each counts once: crews by the hour on shift,
 * whatever they do; what follows from where a patient is taken apart from that.
 */
@Meaning("What care costs, by unit costs with their years.")
public record Costs(
    @Meaning("An hour of a crew with its vehicle on shift, by kind.") Map<UnitKind, Price> crewHour,
    @Meaning("A kilometre driven, beside that.") Price kilometer,
    @Meaning("A call answered.") Price call,
    @Meaning("A patient treated by telephone.") Price hearAndTreat,
    @Meaning("An attendance at an emergency department.") Price emergencyAttendance,
    @Meaning("An attendance at an urgent treatment centre or the like.") Price otherAttendance,
    @Meaning("Of those taken to an emergency department, so many in a hundred are admitted.")
        @Bounds(least = 0, most = 100)
        double admittedPercent,
    @Meaning(
            "Of those treated where they are instead of there, so many in a hundred would have been.")
        @Bounds(least = 0, most = 100)
        double avoidedAdmissionPercent,
    @Meaning("A short stay in hospital.") Price admission,
    @Meaning("A visit by a community service.") Price communityContact,
    @Meaning("A contact with a practice that was asked for something.") Price practiceContact) {
  public Costs {
    crewHour = Collections.unmodifiableMap(new LinkedHashMap<>(crewHour));
  }
}

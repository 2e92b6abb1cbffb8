package org.doorstep.simulator.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.file.Meaning;

/** How long jobs take and where care happens. */
@Meaning("How long jobs take and where care happens.")
public record Work(
    @Meaning("How long the steps of a job take.") JobTimes jobs,
    @Meaning("Where care happens and what is found.") Care care,
    @Meaning("How hospitals take over.") HospitalRules hospitals,
    @Meaning("How community services answer.") CommunityRules community,
    @Meaning("How practices answer.") PracticeRules practices,
    @Meaning("Services that are open at other hours than the directory says, by their names there.")
        Optional<Map<String, Opening>> openings) {
  public Work {
    openings = openings.map(all -> Collections.unmodifiableMap(new LinkedHashMap<>(all)));
  }
}

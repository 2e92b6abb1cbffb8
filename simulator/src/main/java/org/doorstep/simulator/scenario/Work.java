package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Meaning;

/** How long jobs take and where care happens. */
@Meaning("How long jobs take and where care happens.")
public record Work(
    @Meaning("How long the steps of a job take.") JobTimes jobs,
    @Meaning("Where care happens and what is found.") Care care,
    @Meaning("How hospitals take over.") HospitalRules hospitals,
    @Meaning("How community services answer.") CommunityRules community,
    @Meaning("How practices answer.") PracticeRules practices) {}

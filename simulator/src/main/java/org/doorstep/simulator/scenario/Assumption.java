package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Meaning;

/** Where an input comes from; it stands in every report. */
@Meaning("Where an input comes from; it stands in every report.")
public record Assumption(
    @Meaning("What is assumed, for people.") String words,
    @Meaning("Where it comes from.") String source,
    @Meaning("Whether it was measured in the place that is planned for.") boolean measured) {}

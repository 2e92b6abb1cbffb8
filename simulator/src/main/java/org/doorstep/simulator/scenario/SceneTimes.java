package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Meaning;

/** How long crews are bound by patients of one level of urgency. */
@Meaning("How long crews are bound by patients of one level of urgency.")
public record SceneTimes(
    @Meaning("At the scene, with a patient who is taken along.") Quantiles convey,
    @Meaning("At the scene, with a patient who stays.") Quantiles treat,
    @Meaning("A second crew that is not needed any more.") Quantiles support,
    @Meaning("From handing over to being free.") Quantiles clear) {}

/**
 * What is reported of a log, live or simulated: measures by month, jobs, what became of patients.
 */
@NullMarked
package org.doorstep.simulator.report;

import org.jspecify.annotations.NullMarked;

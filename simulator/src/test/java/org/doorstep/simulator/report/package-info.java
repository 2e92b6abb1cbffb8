/** Tests of what is reported of a log. */
@NullMarked
package org.doorstep.simulator.report;

import org.jspecify.annotations.NullMarked;

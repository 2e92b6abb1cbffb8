/** What became of patients: follows the log, and is asked by crews, the hub and reports. */
@NullMarked
package org.doorstep.server.outcome;

import org.jspecify.annotations.NullMarked;

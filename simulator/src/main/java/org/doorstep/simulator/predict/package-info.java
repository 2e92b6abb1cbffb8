/**
 * Next year's figures predicted from last year's calibration, to see how far a plan can be trusted.
 */
@NullMarked
package org.doorstep.simulator.predict;

import org.jspecify.annotations.NullMarked;

/** What patients need and who takes them on: protocol, hospitals, services, practices. */
@NullMarked
package org.doorstep.simulator.world.care;

import org.jspecify.annotations.NullMarked;

package org.doorstep.simulator.history;

import java.time.LocalDateTime;
import org.doorstep.dispatch.model.Category;

/**
 * A call as it was recorded: when by the clock on the wall, what for, from where. No name, no
 * number.
 *
 * @param lat degrees north
 * @param lon degrees east
 */
public record PastCall(LocalDateTime at, Category category, double lat, double lon) {}

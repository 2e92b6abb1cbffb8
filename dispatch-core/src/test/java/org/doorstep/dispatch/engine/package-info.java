/** The engine: timelines, effects and seeded properties. */
@NullMarked
package org.doorstep.dispatch.engine;

import org.jspecify.annotations.NullMarked;

/** The live process around the engine: the only place that sees clocks, Vert.x and the database. */
@NullMarked
package org.doorstep.dispatch.shell;

import org.jspecify.annotations.NullMarked;

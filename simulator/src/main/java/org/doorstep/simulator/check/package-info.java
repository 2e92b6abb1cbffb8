/** An independent judge of what an area did: keeps its own tables and knows no engine. */
@NullMarked
package org.doorstep.simulator.check;

import org.jspecify.annotations.NullMarked;

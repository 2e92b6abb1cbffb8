/** Drive times for the core, from the road network. */
@NullMarked
package org.doorstep.dispatch.shell.travel;

import org.jspecify.annotations.NullMarked;

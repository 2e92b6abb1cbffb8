/** Golden files of the log's format. */
@NullMarked
package org.doorstep.dispatch.wire;

import org.jspecify.annotations.NullMarked;

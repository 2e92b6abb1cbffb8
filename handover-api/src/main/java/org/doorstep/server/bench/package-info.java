/** The performance figures, each beside a yardstick that was measured in the same run. */
@NullMarked
package org.doorstep.server.bench;

import org.jspecify.annotations.NullMarked;

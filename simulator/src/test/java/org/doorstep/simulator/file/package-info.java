/** Tests of the files that people write. */
@NullMarked
package org.doorstep.simulator.file;

import org.jspecify.annotations.NullMarked;

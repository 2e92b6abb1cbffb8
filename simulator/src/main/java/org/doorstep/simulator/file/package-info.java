/** Files that people write: records read from YAML, each fault with its line, key and rule. */
@NullMarked
package org.doorstep.simulator.file;

import org.jspecify.annotations.NullMarked;

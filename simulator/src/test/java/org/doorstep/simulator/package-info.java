/** Tests over the whole simulator. */
@NullMarked
package org.doorstep.simulator;

import org.jspecify.annotations.NullMarked;

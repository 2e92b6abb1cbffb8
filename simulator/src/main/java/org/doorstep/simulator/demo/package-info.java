/** The demo driver: virtual callers and crews that use a running server over HTTP only. */
@NullMarked
package org.doorstep.simulator.demo;

import org.jspecify.annotations.NullMarked;

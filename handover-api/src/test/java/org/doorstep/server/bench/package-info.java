/** Tests that the benches measure what they say, not how fast it is. */
@NullMarked
package org.doorstep.server.bench;

import org.jspecify.annotations.NullMarked;

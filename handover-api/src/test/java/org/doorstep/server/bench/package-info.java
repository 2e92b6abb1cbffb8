/** What the benches measure, on little. */
@NullMarked
package org.doorstep.server.bench;

import org.jspecify.annotations.NullMarked;

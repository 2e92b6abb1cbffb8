/** What can be proved of decision tables for every input that there is. */
@NullMarked
package org.doorstep.dispatch.protocol.proof;

import org.jspecify.annotations.NullMarked;

/** What is proved of decision tables holds, and is found where it does not. */
@NullMarked
package org.doorstep.dispatch.protocol.proof;

import org.jspecify.annotations.NullMarked;

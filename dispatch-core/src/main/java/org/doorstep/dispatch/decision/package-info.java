/** What becomes of a command: events, or a numbered refusal; pure. */
@NullMarked
package org.doorstep.dispatch.decision;

import org.jspecify.annotations.NullMarked;

/** How capable units are ranked, with reasons; pure. */
@NullMarked
package org.doorstep.dispatch.policy;

import org.jspecify.annotations.NullMarked;

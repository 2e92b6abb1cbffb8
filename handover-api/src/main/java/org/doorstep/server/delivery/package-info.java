/**
 * What follows the log outwards: letters, referrals and their answers, from the events that call
 * for them to the commands that bring back what became of them.
 */
@NullMarked
package org.doorstep.server.delivery;

import org.jspecify.annotations.NullMarked;

/** What the practice's record says of a patient, before anybody has seen them. */
@NullMarked
package org.doorstep.handover.gp;

import org.jspecify.annotations.NullMarked;

/** Specifies the receiving of messages by example. */
@NullMarked
package org.doorstep.handover.fhir;

import org.jspecify.annotations.NullMarked;

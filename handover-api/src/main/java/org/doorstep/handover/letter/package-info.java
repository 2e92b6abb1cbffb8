/** What is handed over, as plain data: no FHIR here, so that the rest need not know it. */
@NullMarked
package org.doorstep.handover.letter;

import org.jspecify.annotations.NullMarked;

/** Invented patients and visits, for conformance checks by others and for tests. */
@NullMarked
package org.doorstep.handover.sample;

import org.jspecify.annotations.NullMarked;

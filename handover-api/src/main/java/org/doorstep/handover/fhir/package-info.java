/** The only package that sees FHIR: reads messages into plain records and writes the answers. */
@NullMarked
package org.doorstep.handover.fhir;

import org.jspecify.annotations.NullMarked;

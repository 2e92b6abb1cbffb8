/** Letters on paper: the one package that sees the PDF library. Knows letters and nothing else. */
@NullMarked
package org.doorstep.handover.paper;

import org.jspecify.annotations.NullMarked;

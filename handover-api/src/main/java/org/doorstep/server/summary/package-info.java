/** What is known of a patient before the decision, read from a record service that may lie. */
@NullMarked
package org.doorstep.server.summary;

import org.jspecify.annotations.NullMarked;

/** What has happened: past tense, immutable, kept for ever. */
@NullMarked
package org.doorstep.dispatch.event;

import org.jspecify.annotations.NullMarked;

/** Receives booking and referral messages: stores, deduplicates, turns requests into commands. */
@NullMarked
package org.doorstep.handover.bars;

import org.jspecify.annotations.NullMarked;

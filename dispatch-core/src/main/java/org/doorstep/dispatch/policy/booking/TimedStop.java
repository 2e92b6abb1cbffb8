package org.doorstep.dispatch.policy.booking;

/** A stop with its times, in milliseconds since the epoch. */
record TimedStop(Stop stop, long setOffMillis, long startMillis, long clearMillis) {}

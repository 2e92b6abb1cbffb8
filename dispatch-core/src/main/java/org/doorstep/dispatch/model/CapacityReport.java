package org.doorstep.dispatch.model;

import java.time.Instant;

/** What a service has said of its room, and when. */
public record CapacityReport(ServiceId service, Capacity capacity, Instant reportedAt) {}

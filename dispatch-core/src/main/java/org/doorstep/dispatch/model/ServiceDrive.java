package org.doorstep.dispatch.model;

/**
 * The predicted drive from a patient to a service, as known when the question was asked.
 *
 * @param driveMillis predicted driving time in milliseconds, zero or more, never rounded before it
 *     is compared; a service that cannot be reached has none
 * @param estimated whether it is a straight-line estimate, not a drive over roads
 */
public record ServiceDrive(ServiceId service, int driveMillis, boolean estimated) {
  public ServiceDrive {
    Require.atLeast("drive in milliseconds to service " + service.value(), driveMillis, 0);
  }
}

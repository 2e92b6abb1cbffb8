package org.doorstep.routing;

/** How a vehicle drives: which roads are open to it, and how fast they are. */
public enum DrivingMode {
  /** As everybody else drives: access as signed. */
  NORMAL("normal"),
  /** With blue lights: emergency access, faster in traffic. Never against a one-way street. */
  BLUE_LIGHT("blue_light");

  private final String profile;

  DrivingMode(String profile) {
    this.profile = profile;
  }

  String profile() {
    return profile;
  }
}

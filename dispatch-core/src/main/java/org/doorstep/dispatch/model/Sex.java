package org.doorstep.dispatch.model;

/** The sex that a service asks for; what is not known is never taken for either. */
public enum Sex {
  FEMALE,
  MALE
}

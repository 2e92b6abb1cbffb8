package org.doorstep.dispatch.wire;

/**
 * JSON that cannot be read as what it should be: where, and which rule it breaks.
 *
 * <p>The message holds the place and the rule, never the value: a value may be a patient's.
 */
public final class WireFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of fault it is, with a stable code. */
  public enum Kind {
    /** Not JSON, or JSON beyond the bounds. */
    MALFORMED,
    /** A field that is not known here. */
    UNKNOWN_FIELD,
    /** A field that must be there is not. */
    MISSING_FIELD,
    /** A value of the wrong type, or one that breaks a rule. */
    INVALID_VALUE
  }

  private final Kind kind;
  private final String place;
  private final String rule;

  /**
   * States the fault.
   *
   * @param place a JSON pointer, empty for the whole
   * @param rule a sentence
   */
  public WireFault(Kind kind, String place, String rule) {
    super("At (%s): %s".formatted(place.isEmpty() ? "/" : place, rule));
    this.kind = kind;
    this.place = place;
    this.rule = rule;
  }

  /** What kind of fault it is. */
  public Kind kind() {
    return kind;
  }

  /** Where, as a JSON pointer; empty for the whole. */
  public String place() {
    return place;
  }

  /** The rule that was broken, as a sentence. */
  public String rule() {
    return rule;
  }
}

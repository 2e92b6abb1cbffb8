package org.doorstep.dispatch.shell.record;

import java.util.Optional;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * The words of a pre-alert, in the order in which hospitals want to hear them.
 *
 * @param time of the injury or of the first symptom, as told
 * @param mechanism of the injury, or the medical complaint
 */
public record Atmist(
    Optional<String> age,
    Optional<String> time,
    Optional<String> mechanism,
    Optional<String> injuries,
    Optional<String> signs,
    Optional<String> treatment) {
  /** The kind under which these entries are kept. */
  public static final String KIND = "atmist";

  public Atmist {
    CareWords.check("age", age);
    CareWords.check("time", time);
    CareWords.check("mechanism", mechanism);
    CareWords.check("injuries", injuries);
    CareWords.check("signs", signs);
    CareWords.check("treatment", treatment);
  }

  /** The body of the entry. */
  public byte[] toJson() {
    return RecordJson.write(this);
  }

  /** Reads what {@link #toJson} has written. */
  public static Atmist of(byte[] json) {
    return RecordJson.read(Atmist.class, json);
  }

  @Override
  public String toString() {
    return "Atmist[masked]";
  }
}

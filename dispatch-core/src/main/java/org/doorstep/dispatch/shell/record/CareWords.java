package org.doorstep.dispatch.shell.record;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * The words about a patient's care, as they lie in the patient record: of a letter to the practice,
 * a referral, a question or its answer.
 *
 * @param summary what was found and decided
 * @param treatment what was done and given
 * @param advice what the patient was told, and what to look out for
 * @param asked what the receiver is asked to do
 * @param author who has written it, by name and registration
 * @param aftercare what was offered beyond the incident; with a handover only
 * @param medicines what was given, at most {@link #MEDICINES_MAX}; with a handover only
 * @param belongings what came along with a patient who was conveyed; with a handover only
 */
public record CareWords(
    Optional<String> summary,
    Optional<String> treatment,
    Optional<String> advice,
    Optional<String> asked,
    Optional<String> author,
    Optional<Aftercare> aftercare,
    Optional<List<MedicineGiven>> medicines,
    Optional<List<Belonging>> belongings) {
  /** The kind under which these entries are kept. */
  public static final String KIND = "care-words";

  /** More than a crew gives. */
  public static final int MEDICINES_MAX = 40;

  private static final int LENGTH_MAX = 4_000;

  /** Words alone. */
  public CareWords(
      Optional<String> summary,
      Optional<String> treatment,
      Optional<String> advice,
      Optional<String> asked,
      Optional<String> author,
      Optional<Aftercare> aftercare) {
    this(summary, treatment, advice, asked, author, aftercare, Optional.empty(), Optional.empty());
  }

  public CareWords {
    check("summary", summary);
    check("treatment", treatment);
    check("advice", advice);
    check("asked", asked);
    check("author", author);
    medicines = medicines.map(List::copyOf);
    belongings = belongings.map(List::copyOf);
    if (medicines.filter(given -> given.size() > MEDICINES_MAX).isPresent()) {
      throw new IllegalArgumentException(
          "There must be %d medicines at most.".formatted(MEDICINES_MAX));
    }
    if (belongings.filter(CareWords::isRepeated).isPresent()) {
      throw new IllegalArgumentException("Each belonging must be there once.");
    }
  }

  private static boolean isRepeated(List<Belonging> belongings) {
    return belongings.stream().map(Belonging::item).distinct().count() < belongings.size();
  }

  /** The same words under a name. */
  public CareWords by(String signature) {
    return new CareWords(
        summary,
        treatment,
        advice,
        asked,
        Optional.of(signature),
        aftercare,
        medicines,
        belongings);
  }

  /** The body of the entry. */
  public byte[] toJson() {
    return RecordJson.write(this);
  }

  /** Reads what {@link #toJson} has written. */
  public static CareWords of(byte[] json) {
    return RecordJson.read(CareWords.class, json);
  }

  static void check(String name, Optional<String> text) {
    if (text.filter(given -> given.length() > LENGTH_MAX).isPresent()) {
      throw new IllegalArgumentException(
          "The %s must have %d characters at most.".formatted(name, LENGTH_MAX));
    }
  }

  @Override
  public String toString() {
    return "CareWords[masked]";
  }
}

package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which outcomes of a triage system a service takes, in that system's codes. A list that is absent
 * is not asked; where nothing was coded of a patient, nothing is rejected for it.
 *
 * @param source where the codes are from: codes that are made up say so
 * @param dispositions such as {@code Dx012}
 */
public record CodedAcceptance(
    String source, Optional<List<String>> dispositions, Optional<List<Symptom>> symptoms) {
  /** The form of a disposition code. */
  private static final Pattern DISPOSITION = Pattern.compile("Dx[0-9]{2,5}");

  public CodedAcceptance {
    dispositions = dispositions.map(List::copyOf);
    symptoms = symptoms.map(List::copyOf);
    dispositions.ifPresent(
        codes -> codes.forEach(code -> Require.matches("disposition", code, DISPOSITION)));
  }

  /**
   * A symptom group with those of its discriminators that are taken.
   *
   * @param group such as {@code SG1041}
   * @param discriminators such as {@code SD4052}; all of the group where absent
   */
  public record Symptom(String group, Optional<List<String>> discriminators) {
    private static final Pattern GROUP = Pattern.compile("SG[0-9]{2,5}");
    private static final Pattern DISCRIMINATOR = Pattern.compile("SD[0-9]{2,5}");

    public Symptom {
      discriminators = discriminators.map(List::copyOf);
      Require.matches("symptom group", group, GROUP);
      discriminators.ifPresent(
          codes ->
              codes.forEach(code -> Require.matches("symptom discriminator", code, DISCRIMINATOR)));
    }

    private boolean takes(String askedGroup, Optional<String> asked) {
      return group.equals(askedGroup)
          && (asked.isEmpty()
              || discriminators.isEmpty()
              || discriminators.get().contains(asked.get()));
    }
  }

  /** Whether a disposition is taken. */
  public boolean takesDisposition(String code) {
    return dispositions.isEmpty() || dispositions.get().contains(code);
  }

  /** Whether a symptom is taken. */
  public boolean takesSymptom(String group, Optional<String> discriminator) {
    return symptoms.isEmpty()
        || symptoms.get().stream().anyMatch(each -> each.takes(group, discriminator));
  }
}

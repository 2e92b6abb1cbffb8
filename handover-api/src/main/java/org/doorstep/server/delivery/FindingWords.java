package org.doorstep.server.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.Findings;

/**
 * The findings of an assessment in words. What was looked for and not found is said as well, where
 * it is what a receiver asks first.
 */
final class FindingWords {
  private static final List<String> ABBREVIATIONS =
      List.of("STEMI", "FAST", "DNACPR", "RESPECT", "ED", "SDEC", "UCR", "UTC");

  private FindingWords() {}

  static List<org.doorstep.handover.letter.Finding> list(Findings findings) {
    List<org.doorstep.handover.letter.Finding> list = new ArrayList<>();
    for (Finding each : findings.present()) {
      list.add(ClinicalWriting.finding(kind(each), words(each)));
    }
    String absent =
        findings.absent().stream()
            .filter(each -> each.topic().compareTo(Finding.Topic.RED_FLAG) <= 0)
            .map(FindingWords::words)
            .collect(Collectors.joining(", "));
    if (!absent.isEmpty()) {
      list.add(
          ClinicalWriting.finding(
              org.doorstep.handover.letter.Finding.Kind.EXAMINATION,
              "Looked for and not found: " + absent));
    }
    return list;
  }

  /** As people say it: {@code FAST_POSITIVE} is "FAST positive". */
  static String words(Enum<?> code) {
    List<String> words = new ArrayList<>();
    for (String word : code.name().split("_", -1)) {
      boolean stays = ABBREVIATIONS.contains(word);
      String lower = word.toLowerCase(Locale.ROOT);
      words.add(stays ? word : words.isEmpty() ? capital(lower) : lower);
    }
    return String.join(" ", words);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static org.doorstep.handover.letter.Finding.Kind kind(Finding finding) {
    return switch (finding) {
      case REFUSES, HAS_CAPACITY -> org.doorstep.handover.letter.Finding.Kind.CAPACITY;
      case ADVANCE_DECISION_FOUND, RESPECT_SEEN, DNACPR_SEEN, ATTORNEY_NAMED, COMFORT_PLAN ->
          org.doorstep.handover.letter.Finding.Kind.CARE_PLAN;
      case SAFEGUARDING_CONCERN -> org.doorstep.handover.letter.Finding.Kind.SAFEGUARDING;
      case LIVES_ALONE, CARER_PRESENT, UNPAID_CARER_BREAKDOWN ->
          org.doorstep.handover.letter.Finding.Kind.SOCIAL;
      default ->
          finding.topic().compareTo(Finding.Topic.RED_FLAG) <= 0
              ? org.doorstep.handover.letter.Finding.Kind.RED_FLAG
              : org.doorstep.handover.letter.Finding.Kind.IMPRESSION;
    };
  }
}

package org.doorstep.dispatch;

import java.util.Arrays;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.ReferralAnswer;

/** Tells a journey in a line: steps with their words, separated by semicolons. */
public final class JourneyScript {
  private JourneyScript() {}

  public static Journey tell(String line) {
    Journey journey = new Journey();
    for (String step : line.strip().split("\\s*;\\s*", -1)) {
      String[] words = step.split("\\s+", -1);
      if (!decided(journey, words)
          && !arranged(journey, words)
          && !handedOn(journey, words)
          && !CorrectionScript.corrected(journey, words)) {
        throw new IllegalArgumentException("There is no step (%s).".formatted(step));
      }
    }
    return journey;
  }

  private static boolean decided(Journey journey, String[] words) {
    switch (words[0]) {
      case "patient" -> journey.atPatient();
      case "assessed" -> journey.assessed(CareLevel.valueOf(words[1]));
      case "chosen" ->
          journey.chosen(
              Disposition.valueOf(words[1]),
              Arrays.stream(words).skip(2).map(ChoiceReason::valueOf).toArray(ChoiceReason[]::new));
      case "after" -> journey.after(Long.parseLong(words[1]));
      case "as" -> journey.as(words[1]);
      case "clear" -> journey.clear();
      case "closed" -> journey.closedByTelephone();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean arranged(Journey journey, String[] words) {
    switch (words[0]) {
      case "offered" -> journey.offered(Arrays.copyOfRange(words, 1, words.length));
      case "service" ->
          journey.serviceSays(Integer.parseInt(words[1]), ReferralAnswer.Kind.valueOf(words[2]));
      case "visited" -> journey.visited(Integer.parseInt(words[1]), true);
      case "not-visited" -> journey.visited(Integer.parseInt(words[1]), false);
      case "owned" -> journey.owned();
      case "taken-back" -> journey.takenBack(Integer.parseInt(words[1]));
      case "warned" -> journey.preAlerted();
      case "bay" -> journey.bay(words[1]);
      case "received" -> journey.received();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean handedOn(Journey journey, String[] words) {
    switch (words[0]) {
      case "informed" -> journey.signed(HandoverTerms.Kind.FOR_INFORMATION);
      case "informed-nobody" ->
          journey.signed(HandoverTerms.Kind.FOR_INFORMATION, Optional.empty());
      case "asked" -> journey.signed(HandoverTerms.Kind.ACTION_REQUESTED);
      case "delivery" -> journey.delivered(Delivery.valueOf(words[1]));
      case "practice" -> journey.practiceSays(HandoverAnswer.Kind.valueOf(words[1]));
      case "answered" -> journey.practiceIsAnswered();
      case "redirected" -> journey.redirected(words[1]);
      case "by-hand" -> journey.byHand();
      default -> {
        return false;
      }
    }
    return true;
  }
}

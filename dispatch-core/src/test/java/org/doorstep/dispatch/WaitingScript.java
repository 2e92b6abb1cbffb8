package org.doorstep.dispatch;

import java.util.Arrays;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;

/** Tells of somebody who waits in a line: steps with their words, separated by semicolons. */
public final class WaitingScript {
  private WaitingScript() {}

  public static WaitingStory tell(String line) {
    WaitingStory story = new WaitingStory();
    for (String step : line.strip().split("\\s*;\\s*", -1)) {
      String[] words = step.split("\\s+", -1);
      if (!waited(story, words) && !spoken(story, words) && !cared(story, words)) {
        throw new IllegalArgumentException("There is no step (%s).".formatted(step));
      }
    }
    return story;
  }

  private static boolean waited(WaitingStory story, String[] words) {
    switch (words[0]) {
      case "opened" -> story.opened(Category.valueOf(words[1]), flags(words, 2));
      case "by" -> story.by(words[1]);
      case "after" -> story.after(Long.parseLong(words[1]));
      case "called-again" -> story.calledAgain();
      case "closed" -> story.closed(CloseReason.valueOf(words[1]));
      case "sent" -> story.crewSent();
      case "crew" -> story.crewThere();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean spoken(WaitingStory story, String[] words) {
    switch (words[0]) {
      case "queued" -> story.queued();
      case "taken" -> story.taken(at(words, 2));
      case "released" -> story.released();
      case "called-back" -> story.calledBack(CallBackOutcome.valueOf(words[1]), category(words));
      case "called-back-wordless" ->
          story.calledBackWithoutWords(CallBackOutcome.valueOf(words[1]));
      case "welfare" -> story.welfare(WelfareOutcome.valueOf(words[1]), category(words));
      case "reviewed" -> story.reviewed(ReviewOutcome.valueOf(words[1]), category(words));
      case "decided" -> story.decided(UnreachedDecision.valueOf(words[1]));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean cared(WaitingStory story, String[] words) {
    switch (words[0]) {
      case "assessed" -> story.assessed(flags(words, 1));
      case "chosen" -> story.chosen(Disposition.valueOf(words[1]));
      case "signed" -> story.signed();
      case "hub-asked" -> story.hubAsked();
      case "proposed" -> story.proposed(Disposition.valueOf(words[1]));
      case "agrees" -> story.answered(true);
      case "disagrees" -> story.answered(false);
      case "agreed" -> story.agreedWith(Disposition.valueOf(words[1]), parties(words));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Flag[] flags(String[] words, int from) {
    return Arrays.stream(words).skip(from).map(Flag::valueOf).toArray(Flag[]::new);
  }

  /** Of the crew there is a user; of the others only the role is known to the log. */
  private static Party[] parties(String[] words) {
    return Arrays.stream(words)
        .skip(2)
        .map(Party.Role::valueOf)
        .map(
            role ->
                new Party(
                    role,
                    Optional.of(Actor.user("crew1"))
                        .filter(user -> role == Party.Role.CREW_CLINICIAN)))
        .toArray(Party[]::new);
  }

  private static Optional<Category> category(String[] words) {
    return at(words, 2).map(Category::valueOf);
  }

  private static Optional<String> at(String[] words, int index) {
    return words.length > index ? Optional.of(words[index]) : Optional.empty();
  }
}

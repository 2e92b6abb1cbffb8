package org.doorstep.dispatch;

import java.util.Arrays;
import java.util.Optional;
import org.doorstep.dispatch.command.BookingCommand.ChangeBooking;
import org.doorstep.dispatch.command.BookingCommand.ReleaseBooking;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;

/**
 * One booked journey, told in a line: steps with their words, separated by semicolons; windows are
 * minutes after noon, and each minute that passes is swept.
 */
public final class BookedStory {
  private static final IncidentId FIRST = new IncidentId(1);
  private static final int SECONDS_PER_MINUTE = 60;

  private final World world = new World().signOn("T1", Capability.values());
  private Optional<Rejection> last = Optional.empty();
  private long stale;

  private BookedStory() {}

  public static BookedStory tell(String line) {
    BookedStory story = new BookedStory();
    for (String step : line.strip().split("\\s*;\\s*", -1)) {
      String[] words = step.split("\\s+", -1);
      if (!story.isArranged(words) && !story.isDone(words)) {
        throw new IllegalArgumentException("There is no step (%s).".formatted(step));
      }
    }
    return story;
  }

  public World world() {
    return world;
  }

  /** What was refused last; empty where it was accepted. */
  public Optional<Rejection> refused() {
    return last;
  }

  private boolean isArranged(String[] words) {
    switch (words[0]) {
      case "booked" ->
          give(
              world.openCommand(
                  Category.valueOf(words[1]),
                  Capabilities.NONE,
                  Optional.of(World.booking(number(words[2]), number(words[3])))));
      case "called" -> give(world.openCommand(Category.valueOf(words[1]), Capabilities.NONE));
      case "changed" ->
          give(
              new ChangeBooking(
                  world.head(), FIRST, World.booking(number(words[1]), number(words[2])), saw()));
      case "released" -> give(new ReleaseBooking(world.head(), FIRST, saw()));
      case "now" ->
          give(
              new RecategoriseIncident(
                  world.head(), FIRST, Category.valueOf(words[1]), Capabilities.NONE, saw()));
      case "cancelled" ->
          give(new CloseIncident(world.head(), FIRST, CloseReason.CALLED_OFF, saw()));
      case "stale" -> stale = 1;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean isDone(String[] words) {
    switch (words[0]) {
      case "after" -> pass(number(words[1]));
      case "asked" -> give(new RequestRecommendation(world.head(), FIRST));
      case "sent" -> give(world.assign(FIRST, "T1", Optional.of(OverrideReason.CREW_OFFERED)));
      case "reported" -> Arrays.stream(words).skip(1).map(JobStage::valueOf).forEach(this::report);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void report(JobStage stage) {
    world.report(FIRST, "T1", stage);
  }

  private void pass(long minutes) {
    for (long minute = 0; minute < minutes; minute++) {
      world.after(SECONDS_PER_MINUTE);
      give(new SweepDeadlines(world.head()));
    }
  }

  private long saw() {
    return world.engine().view().findIncident(FIRST).map(Incident::version).orElse(1L) + stale;
  }

  private void give(Command command) {
    last = world.reply(command).rejection();
  }

  private static long number(String word) {
    return Long.parseLong(word);
  }
}

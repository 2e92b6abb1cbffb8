package org.doorstep.dispatch.policy.area;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.BreakAdvice;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.FleetReview.FleetAdvice;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.Posting;
import org.doorstep.dispatch.policy.area.Columns.State;
import org.doorstep.dispatch.policy.cover.MoveSearch;
import org.doorstep.dispatch.policy.cover.PostChoice;
import org.doorstep.dispatch.policy.cover.PostDrives;
import org.doorstep.dispatch.policy.urgency.MoveRules;

/**
 * Where free units should stand by, and whose break fits now. A workspace; one thread.
 *
 * <p>A unit that has just become free has to go somewhere, and is told the best post; a standing
 * unit is moved only where it is worth its price and the limits of crew and area allow. Nobody is
 * moved whose break or end of shift is near.
 */
final class FleetMoves implements PostDrives {
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double TEN_THOUSANDTHS = 10_000;
  private static final double SHIFT_END_NEAR_MINUTES = 45;
  private static final double BREAK_NEAR_MINUTES = 30;
  private static final Duration JUST_FREE = Duration.ofMinutes(30);
  private static final int BREAKS_MAX = 3;

  /** A break that takes more cover than this waits until its window is about to close. */
  private static final double BREAK_COVER_MAX = 0.01;

  private final CoverNow cover;
  private final MoveRules limits;
  private final MoveSearch search;
  private final PostChoice choice = new PostChoice();
  private Situation situation =
      new Situation(List.of(), List.of(), AreaPicture.NONE, Instant.EPOCH);
  private Columns units = new Columns();
  private FleetWatch watch = FleetWatch.NONE;

  FleetMoves(CoverNow cover, MoveRules limits) {
    this.cover = cover;
    this.limits = limits;
    search = new MoveSearch(cover.model().ground().table().places());
  }

  void begin(Situation now, Columns columns, FleetWatch remembered) {
    situation = now;
    units = columns;
    watch = remembered;
  }

  long uncoveredTenThousandths() {
    return (long) (cover.cover().uncovered() * TEN_THOUSANDTHS);
  }

  @Override
  public int posts() {
    return cover.model().ground().posts();
  }

  @Override
  public int driveMillis(int unit, int post) {
    return cover.model().ground().normalMillis(cover.place(unit), post);
  }

  @Override
  public int placeAhead(int unit, int post) {
    // Or a far post would look good for the cover that a unit leaves behind when it sets off.
    boolean farOnTheWay =
        cover.model().policy().onTheWay()
            && driveMillis(unit, post) > cover.rules().law().horizonMillis();
    return farOnTheWay ? cover.place(unit) : post;
  }

  /** Moves, best first; those who have to go somewhere before those who stand. */
  List<MoveAdvice> list() {
    List<MoveAdvice> moves = new ArrayList<>();
    for (int unit = 0; unit < units.size() && moves.size() < FleetAdvice.MOVES_MAX; unit++) {
      if (isCounted(unit) && isJustFree(units.unit(unit)) && hasTime(unit)) {
        post(unit).ifPresent(moves::add);
      }
    }
    int most = Math.min(FleetAdvice.MOVES_MAX, moves.size() + cover.rules().limits().inARowMax());
    int[] standing = new int[units.size()];
    int count = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      if (isCounted(unit) && !isJustFree(units.unit(unit)) && mayBeMoved(unit)) {
        standing[count++] = unit;
      }
    }
    while (moves.size() < most
        && search.search(cover.cover(), standing, count, this, cover.rules())) {
      int unit = search.unit();
      if (isWorthIt(unit)) {
        moves.add(
            advice(
                unit,
                search.post(),
                search.coverGained(),
                search.driveMillis(),
                MoveAdvice.Kind.STANDING));
        moveInCover(unit, search.post());
      }
      count = without(standing, count, unit);
    }
    return moves;
  }

  private boolean isCounted(int unit) {
    return units.state(unit) == State.FREE && cover.cover().counts(unit);
  }

  private boolean isJustFree(ClinicalUnit unit) {
    return unit.duty().jobs() > 0
        && unit.duty().posting().isEmpty()
        && unit.since().plus(JUST_FREE).isAfter(situation.now());
  }

  /** The best post of a unit that has to go somewhere; it is counted there from then on. */
  private Optional<MoveAdvice> post(int unit) {
    cover.cover().take(unit);
    int post = choice.choose(cover.cover(), unit, this, cover.rules().prices());
    if (post == PostChoice.NONE) {
      cover.cover().put(unit, cover.place(unit), 1);
      return Optional.empty();
    }
    cover.cover().put(unit, placeAhead(unit, post), 1);
    return Optional.of(
        advice(
            unit,
            post,
            choice.coverGained(),
            choice.driveMillis(),
            MoveAdvice.Kind.ON_BECOMING_FREE));
  }

  /** Who stands is left where it is while its break could be. */
  private boolean mayBeMoved(int unit) {
    return hasTime(unit) && !isResting(units.unit(unit));
  }

  private boolean hasTime(int unit) {
    ClinicalUnit crew = units.unit(unit);
    double toEnd = minutes(Duration.between(situation.now(), crew.shift().endsAt()));
    return toEnd > SHIFT_END_NEAR_MINUTES && units.minutesToBreak(unit) > BREAK_NEAR_MINUTES;
  }

  /** Whether its break could be now. */
  private boolean isResting(ClinicalUnit crew) {
    return crew.duty().breakTakenAt().isEmpty()
        && crew.shift().rest().filter(rest -> !situation.now().isBefore(rest.from())).isPresent();
  }

  private boolean isWorthIt(int unit) {
    ClinicalUnit crew = units.unit(unit);
    Instant stood = crew.duty().posting().map(Posting::at).orElse(crew.since());
    return limits.answer(
            crew.duty().moves(),
            DispatchPolicy.movesOfLastHour(watch, situation.now()),
            minutes(Duration.between(stood, situation.now())),
            search.driveMillis() / MILLIS_PER_MINUTE,
            search.coverGained())
        == MoveRules.Answer.ALLOWED;
  }

  private void moveInCover(int unit, int post) {
    cover.cover().take(unit);
    cover.cover().put(unit, placeAhead(unit, post), 1);
  }

  private static int without(int[] all, int count, int unit) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (all[i] != unit) {
        all[kept++] = all[i];
      }
    }
    return kept;
  }

  private MoveAdvice advice(
      int unit, int post, double gained, int driveMillis, MoveAdvice.Kind kind) {
    ClinicalUnit crew = units.unit(unit);
    return new MoveAdvice(
        crew.id(),
        crew.version(),
        cover.model().ground().station(post),
        Math.max(0, (long) (gained * TEN_THOUSANDTHS)),
        driveMillis,
        kind);
  }

  /** Whose break fits now: the window closes soon, or hardly any cover is lost. */
  List<BreakAdvice> listBreaks() {
    List<BreakAdvice> breaks = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      ClinicalUnit crew = units.unit(unit);
      if (units.state(unit) == State.FREE && isResting(crew)) {
        double left = units.minutesToBreak(unit);
        double lost = units.coverLost(unit);
        if (left <= BREAK_NEAR_MINUTES || lost <= BREAK_COVER_MAX) {
          breaks.add(
              new BreakAdvice(
                  crew.id(),
                  crew.version(),
                  (long) (left * SECONDS_PER_MINUTE),
                  (long) (lost * TEN_THOUSANDTHS),
                  crew.shift().rest().map(BreakWindow::minutes).orElse(0)));
        }
      }
    }
    breaks.sort(Comparator.comparingLong(BreakAdvice::secondsLeft));
    return breaks.subList(0, Math.min(BREAKS_MAX, breaks.size()));
  }

  private static double minutes(Duration duration) {
    return duration.toSeconds() / SECONDS_PER_MINUTE;
  }
}

package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.FleetCommand.PostUnit;
import org.doorstep.dispatch.command.FleetCommand.RequestReview;
import org.doorstep.dispatch.command.FleetCommand.ReviewFleet;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.FleetEvent.FleetReviewed;
import org.doorstep.dispatch.event.FleetEvent.ReviewAsked;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.golden.AutomaticTown;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitPlace;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: units are told where to stand by, and the units as a whole are looked at; refusals run
 * from the most to the least permanent.
 */
class PostAndReviewTest {
  private static final Optional<Long> NO_REVIEW = Optional.empty();
  private static final int WEST = 0;

  private final World world =
      new World(AutomaticTown.model()).signOn("A1").signOn("A2").after(2_400);

  @Test
  void post_freeUnit_isTold() {
    assertThat(world.offer(post("A1", "East", NO_REVIEW)).events())
        .extracting(logged -> (Object) logged.event())
        .containsExactly(
            new UnitPosted(new UnitId("A1"), "East", MoveAdvice.Kind.STANDING, NO_REVIEW));
    assertThat(world.unit("A1").duty().moves()).isEqualTo(1);
    assertThat(world.engine().view().fleet().moves()).containsExactly(world.now());
  }

  @Test
  void post_unknownUnit_isRefused() {
    assertRejected(
        new PostUnit(world.head(), new UnitId("Z9"), "East", NO_REVIEW, 1), Rejection.UNIT_UNKNOWN);
  }

  @Test
  void post_unitOnAJob_isRefused() {
    world.send(world.open(Category.C3), "A1");

    assertRejected(post("A1", "East", NO_REVIEW), Rejection.UNIT_ON_JOB);
  }

  @Test
  void post_unitOnBreak_isRefusedBeforeItsVersionIsLookedAt() {
    PostUnit before = post("A1", "East", NO_REVIEW);
    world.offer(new MakeUnitUnavailable(world.head(), new UnitId("A1"), UnavailableReason.BREAK));

    assertRejected(before, Rejection.UNIT_NOT_ASSIGNABLE);
  }

  @Test
  void post_unitThatHasChanged_isRefusedBeforeTheStation() {
    PostUnit before = post("A1", "East", NO_REVIEW);
    world.offer(post("A1", "East", NO_REVIEW));

    assertRejected(before, Rejection.SEEN_STATE_OUTDATED);
  }

  @Test
  void post_whereItStandsBy_isRefusedBeforeTheReview() {
    assertRejected(post("A1", "Tonbridge", Optional.of(9L)), Rejection.STATION_UNCHANGED);
    world.offer(post("A1", "East", NO_REVIEW));
    assertRejected(post("A1", "East", Optional.of(9L)), Rejection.STATION_UNCHANGED);
  }

  @Test
  void post_byAReviewThatDidNotAdviseIt_isRefused() {
    review();

    assertRejected(post("A2", "North", Optional.of(1L)), Rejection.REVIEW_UNKNOWN);
    assertRejected(post("A1", "East", Optional.of(2L)), Rejection.REVIEW_UNKNOWN);
  }

  @Test
  void post_asAdvisedUntilTheCrewHasMovedEnough_isRefusedAndLeftToAPerson() {
    for (String station : List.of("North", "East", "West")) {
      world.offer(post("A1", station, NO_REVIEW));
    }
    FleetReview review = review();
    MoveAdvice other = review.advice().moves().get(0);
    assertThat(other.unit()).as("who has moved enough is not advised").isNotEqualTo(unit("A1"));

    for (int i = 0; i < 3; i++) {
      world.offer(post("A2", i % 2 == 0 ? "North" : "West", NO_REVIEW));
    }

    assertRejected(
        post("A2", other.station(), Optional.of(review.number())), Rejection.MOVES_USED_UP);
    assertThat(world.reply(post("A2", other.station(), NO_REVIEW)).rejection()).isEmpty();
  }

  @Test
  void requestReview_always_isAsked() {
    assertThat(world.offer(new RequestReview(world.head())).events())
        .extracting(logged -> (Object) logged.event())
        .containsExactly(new ReviewAsked());
    assertThat(world.engine().view().fleet().reviewAsked()).isEqualTo(world.engine().sequence());
  }

  @Test
  void reviewFleet_answerToAnOlderQuestion_isRefused() {
    world.offer(new RequestReview(world.head()));
    long first = world.engine().sequence();
    world.offer(new RequestReview(world.head()));

    assertRejected(reviewed(first), Rejection.ANSWER_OUTDATED);
  }

  @Test
  void reviewFleet_thatNobodyAskedForAndSaysNothingNew_isRefused() {
    review();

    assertRejected(reviewed(0), Rejection.NOTHING_TO_CHANGE);
  }

  @Test
  void reviewFleet_thatNobodyAskedForAndSaysSomethingNew_isMade() {
    assertThat(world.offer(reviewed(0)).events()).hasSize(1);
  }

  @Test
  void reviewFleet_thatWasAskedFor_isMadeThoughItSaysNothing() {
    world.offer(post("A1", "West", NO_REVIEW));
    FleetReview first = review();
    FleetReview second = review();

    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(second.advice()).isEqualTo(first.advice());
    assertThat(second.basis().model()).isEqualTo(AutomaticTown.model().hash());
    assertThat(world.engine().view().fleet().reviewAsked()).isZero();
  }

  @Test
  void posting_endsWithTheNextJob() {
    world.offer(post("A1", "East", NO_REVIEW));
    IncidentId incident = world.open(Category.C3);
    world.send(incident, "A1");

    assertThat(world.unit("A1").duty().posting()).isEmpty();
  }

  /** Both stand in the west. */
  private ReviewFleet reviewed(long asked) {
    AreaPicture picture =
        new AreaPicture(
            -1,
            List.of(new UnitPlace(unit("A1"), WEST, false), new UnitPlace(unit("A2"), WEST, false)),
            List.of());
    return new ReviewFleet(world.head(), asked, World.EVIDENCE, picture);
  }

  private FleetReview review() {
    world.offer(new RequestReview(world.head()));
    var event = world.offer(reviewed(world.engine().sequence())).events().get(0).event();
    return ((FleetReviewed) event).review();
  }

  private PostUnit post(String unit, String station, Optional<Long> review) {
    return new PostUnit(world.head(), unit(unit), station, review, world.unit(unit).version());
  }

  private static UnitId unit(String name) {
    return new UnitId(name);
  }

  private void assertRejected(Command command, Rejection rejection) {
    var offered = world.offer(command);
    assertThat(offered.reply().rejection()).contains(rejection);
    assertThat(offered.events()).isEmpty();
  }
}

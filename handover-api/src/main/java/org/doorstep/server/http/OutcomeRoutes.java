package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.doorstep.server.outcome.OutcomeStore;
import org.doorstep.server.outcome.OwnOutcome;
import org.doorstep.server.outcome.RuleOutcome;
import org.doorstep.server.outcome.UnmetNeed;

/**
 * What became of patients: a crew's own ones, one by one and without who they are; by the row that
 * decided, in numbers; and what was wanted and could not be had.
 */
final class OutcomeRoutes {
  private static final String OUTCOMES = "/api/areas/:area/outcomes";
  private static final int OWN_DAYS = 30;
  private static final int NUMBERS_DAYS = 365;

  private final ServedArea area;
  private final OutcomeStore outcomes;

  private record Mine(Optional<Instant> reachedAt, int days, List<OwnOutcome> patients) {}

  private record Rules(
      Optional<Instant> reachedAt, int days, boolean suppressed, List<RuleOutcome> rules) {}

  private record Wanted(Optional<Instant> reachedAt, int days, List<UnmetNeed> needs) {}

  OutcomeRoutes(ServedArea area) {
    this.area = area;
    this.outcomes = area.protocol().outcomes();
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get(OUTCOMES + "/mine").handler(this::mine);
    router.get(OUTCOMES + "/rules").handler(this::rules);
    router.get(OUTCOMES + "/unmet").handler(this::unmet);
  }

  private void mine(RoutingContext context) {
    User user = Requests.user(context);
    require(user.is(Role.CREW));
    blocking(
        context,
        () -> {
          Optional<Instant> reached = outcomes.reachedAt();
          return new Mine(reached, OWN_DAYS, outcomes.mine(user.actor(), since(reached, OWN_DAYS)));
        },
        shown -> Requests.json(context, shown));
  }

  private void rules(RoutingContext context) {
    User user = Requests.user(context);
    require(Access.seesRuleOutcomes(user));
    boolean small = Access.seesSmallNumbers(user);
    blocking(
        context,
        () -> {
          Optional<Instant> reached = outcomes.reachedAt();
          List<RuleOutcome> all = outcomes.rules(since(reached, NUMBERS_DAYS));
          List<RuleOutcome> shown =
              small ? all : all.stream().map(RuleOutcome::suppressed).toList();
          return new Rules(reached, NUMBERS_DAYS, !small, shown);
        },
        shown -> Requests.json(context, shown));
  }

  private void unmet(RoutingContext context) {
    require(Access.seesUnmet(Requests.user(context)));
    String zone = area.people().directory().services().zone();
    blocking(
        context,
        () -> {
          Optional<Instant> reached = outcomes.reachedAt();
          return new Wanted(
              reached, NUMBERS_DAYS, outcomes.unmet(since(reached, NUMBERS_DAYS), zone));
        },
        shown -> Requests.json(context, shown));
  }

  private static Instant since(Optional<Instant> reached, int days) {
    return reached.orElse(Instant.EPOCH).minus(Duration.ofDays(days));
  }

  private static void require(boolean may) {
    if (!may) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
  }
}

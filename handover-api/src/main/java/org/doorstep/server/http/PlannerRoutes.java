package org.doorstep.server.http;

import static org.doorstep.server.http.PlannerProblems.asked;
import static org.doorstep.server.http.Requests.blocking;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.User;
import org.doorstep.server.planner.ExperimentOrder;
import org.doorstep.server.planner.Experiments;
import org.doorstep.server.planner.Planning;
import org.doorstep.server.planner.ScenarioChange;
import org.doorstep.server.planner.ScenarioReading;
import org.doorstep.server.planner.ScenarioShelf;

/**
 * Scenarios and experiments, to planners and admins. Nothing about a patient is among it, and
 * nothing here touches the live area.
 */
final class PlannerRoutes {
  private static final String PLANNER = "/api/areas/:area/planner";
  private static final String SCENARIO = PLANNER + "/scenarios/:scenario";
  private static final String EXPERIMENTS = PLANNER + "/experiments";
  private static final String EXPERIMENT = EXPERIMENTS + "/:experiment";
  private static final String EDITED = "scenario";

  private final Planning planning;
  private final ScenarioShelf scenarios;
  private final Experiments experiments;

  private record Saved(String text, Optional<String> saw) {}

  private record Edited(String text, List<ScenarioChange> changes) {}

  PlannerRoutes(Planning planning) {
    this.planning = planning;
    this.scenarios = planning.scenarios();
    this.experiments = planning.experiments();
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get(PLANNER).handler(this::overview);
    router.post(PLANNER + "/readings").handler(this::edit);
    router.get(SCENARIO).handler(this::readScenario);
    router.put(SCENARIO).handler(this::saveScenario);
    router.delete(SCENARIO).handler(this::deleteScenario);
    router.get(EXPERIMENTS).handler(this::list);
    router.post(EXPERIMENTS).handler(this::order);
    router.get(EXPERIMENT).handler(this::read);
    router.delete(EXPERIMENT).handler(this::delete);
    router.post(EXPERIMENT + "/stop").handler(this::stop);
    router.get(EXPERIMENT + "/files/:file").handler(this::file);
  }

  private void overview(RoutingContext context) {
    planner(context);
    answer(context, () -> ShownPlanning.overview(planning));
  }

  private void edit(RoutingContext context) {
    planner(context);
    Edited edited = RecordJson.read(Edited.class, Requests.body(context));
    answer(
        context,
        () -> {
          String text = ScenarioChange.applied(edited.text(), edited.changes());
          return ShownPlanning.reading(text, ScenarioReading.of(EDITED, text));
        });
  }

  private void readScenario(RoutingContext context) {
    planner(context);
    String name = context.pathParam("scenario");
    answer(context, () -> ShownPlanning.scenario(scenarios.read(name)));
  }

  private void saveScenario(RoutingContext context) {
    planner(context);
    String name = context.pathParam("scenario");
    Saved saved = RecordJson.read(Saved.class, Requests.body(context));
    answer(context, () -> ShownPlanning.scenario(scenarios.save(name, saved.text(), saved.saw())));
  }

  private void deleteScenario(RoutingContext context) {
    planner(context);
    String name = context.pathParam("scenario");
    done(context, () -> scenarios.delete(name));
  }

  private void list(RoutingContext context) {
    planner(context);
    answer(context, () -> ShownPlanning.experiments(experiments.list()));
  }

  private void order(RoutingContext context) {
    User user = planner(context);
    byte[] body = Requests.body(context);
    answer(
        context,
        () ->
            ShownPlanning.experiment(
                experiments.order(RecordJson.read(ExperimentOrder.class, body), user.name())));
  }

  private void read(RoutingContext context) {
    planner(context);
    int number = number(context);
    answer(context, () -> ShownPlanning.experiment(experiments.read(number)));
  }

  private void stop(RoutingContext context) {
    planner(context);
    int number = number(context);
    answer(context, () -> ShownPlanning.experiment(experiments.stop(number)));
  }

  private void delete(RoutingContext context) {
    planner(context);
    int number = number(context);
    done(context, () -> experiments.delete(number));
  }

  private void file(RoutingContext context) {
    planner(context);
    int number = number(context);
    String name = context.pathParam("file");
    Consumer<Path> send =
        path -> {
          var unused =
              context
                  .response()
                  .putHeader(HttpHeaders.CONTENT_TYPE, StaticFile.typeOf(name))
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .sendFile(path.toString())
                  .onFailure(context::fail);
        };
    blocking(context, () -> asked(() -> experiments.result(number, name)), send);
  }

  private static User planner(RoutingContext context) {
    User user = Requests.user(context);
    if (!Access.plans(user)) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    return user;
  }

  private static int number(RoutingContext context) {
    String digits = context.pathParam("experiment");
    return digits.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(digits) : unknown(digits);
  }

  private static int unknown(String digits) {
    throw new ProblemFault(
        Problem.of(404, "experiment-unknown", "There is no such experiment.")
            .because("There is no experiment (%s).".formatted(digits)));
  }

  private static <T> void answer(RoutingContext context, Callable<T> work) {
    blocking(context, () -> asked(work), shown -> Requests.json(context, shown));
  }

  private static void done(RoutingContext context, Runnable work) {
    Callable<Boolean> all =
        () -> {
          work.run();
          return true;
        };
    blocking(context, () -> asked(all), done -> Requests.noContent(context));
  }
}

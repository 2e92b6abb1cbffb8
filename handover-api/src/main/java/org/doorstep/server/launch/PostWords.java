package org.doorstep.server.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.simulator.optimise.PostStudy;
import org.doorstep.simulator.optimise.post.PostSearch;
import org.doorstep.simulator.optimise.site.Site;

/** What a study of posts has found, for people and for machines. */
final class PostWords {
  private static final double PERCENT = 100;

  private PostWords() {}

  static List<String> lines(PostStudy.Found found) {
    List<String> lines = new ArrayList<>(found.programs());
    lines.add("%-30s %9s %9s".formatted("plan", "covered %", "drive min"));
    for (PostStudy.Promise each : found.promises()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-30s %9.2f %9.2f",
              each.plan(),
              PERCENT * each.covered(),
              each.driveMinutes()));
    }
    lines.add(
        "%d crews wait elsewhere; posts: %s"
            .formatted(
                found.moved(), String.join(", ", found.posts().stream().map(Site::name).toList())));
    return lines;
  }

  static void put(OptimiseReport report, PostStudy.Found found) {
    report.put("programs", found.programs());
    report.put("plans", found.promises().stream().map(PostWords::promise).toList());
    report.put("steps", found.steps().stream().map(PostWords::step).toList());
    report.put("posts", found.posts().stream().map(PostWords::site).toList());
    report.put("crewsAt", found.crewsAt());
    report.put("crewsMoved", found.moved());
  }

  private static Map<String, Object> promise(PostStudy.Promise promise) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("plan", promise.plan());
    values.put("coveredShare", promise.covered());
    values.put("expectedDriveMinutes", promise.driveMinutes());
    return values;
  }

  private static Map<String, Object> step(PostSearch.Step step) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("race", step.words());
    values.put("runs", step.runs());
    step.taken()
        .ifPresent(
            taken -> {
              values.put("winner", taken.words());
              values.put("difference", taken.difference().mean());
              values.put("low", taken.difference().low());
              values.put("high", taken.difference().high());
            });
    return values;
  }

  private static Map<String, Object> site(Site site) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", site.name());
    values.put("lat", site.lat());
    values.put("lon", site.lon());
    values.put("origin", site.origin().name().toLowerCase(Locale.ROOT));
    return values;
  }
}

package org.doorstep.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.server.planner.Experiments;
import org.doorstep.server.planner.KeptExperiment;
import org.doorstep.server.planner.Planning;
import org.doorstep.server.planner.ScenarioReading;
import org.doorstep.server.planner.ScenarioShelf;
import org.jspecify.annotations.Nullable;

/** Scenarios and experiments as the planner's page reads them. */
final class ShownPlanning {
  private ShownPlanning() {}

  static Map<String, @Nullable Object> overview(Planning planning) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("processes", planning.processes());
    shown.put("running", planning.limits().running());
    shown.put(
        "scenarios",
        planning.scenarios().list().stream()
            .map(kept -> line(kept, planning.scenarios().reading(kept)))
            .toList());
    return shown;
  }

  private static Map<String, @Nullable Object> line(
      ScenarioShelf.Kept kept, ScenarioReading reading) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("name", kept.name());
    shown.put("title", reading.title().orElse(kept.name()));
    shown.put("shipped", kept.shipped());
    shown.put("faults", reading.faults().size());
    return shown;
  }

  static Map<String, @Nullable Object> scenario(ScenarioShelf.Kept kept) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("name", kept.name());
    shown.put("shipped", kept.shipped());
    shown.put("version", kept.version());
    shown.putAll(reading(kept.text(), ScenarioReading.of(kept.name(), kept.text())));
    return shown;
  }

  static Map<String, @Nullable Object> reading(String text, ScenarioReading reading) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("text", text);
    shown.put("faults", reading.faults().stream().map(ShownFault::of).toList());
    reading.tree().ifPresent(tree -> shown.put("tree", tree));
    reading.base().ifPresent(base -> shown.put("base", base));
    return shown;
  }

  static Map<String, Object> experiments(List<Experiments.Standing> all) {
    return Map.of("experiments", all.stream().map(ShownPlanning::experiment).toList());
  }

  static Map<String, @Nullable Object> experiment(Experiments.Standing standing) {
    KeptExperiment experiment = standing.experiment();
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("number", experiment.number());
    shown.put("title", experiment.order().words());
    shown.put("by", experiment.by());
    shown.put("at", experiment.at());
    shown.put("state", experiment.state());
    shown.put("words", experiment.words());
    experiment.ended().ifPresent(at -> shown.put("ended", at));
    shown.put("order", experiment.order());
    Optional<Map<String, @Nullable Object>> progress = standing.progress();
    progress.ifPresent(said -> shown.put("progress", said));
    shown.put("command", standing.command());
    shown.put("files", standing.files());
    return shown;
  }
}

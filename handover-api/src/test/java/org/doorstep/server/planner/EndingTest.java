package org.doorstep.server.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.server.planner.KeptExperiment.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: how an experiment has ended; runs that failed are never passed over in silence. */
class EndingTest {
  @ParameterizedTest
  @CsvSource({
    "done, 4, 0, DONE, Everything was run.",
    "done, 4, 1, DONE, 'Everything was run. 1 of 4 runs failed and are in no figure; failures.txt says why.'",
    "done, 4, 4, FAILED, All of its 4 runs failed; failures.txt says why.",
    "stopped after 3 of 8, 3, 0, STOPPED, Stopped after 3 of 8 runs; what was done is kept.",
    "stopped after 3 of 8, 3, 3, FAILED, All of its 3 runs failed; failures.txt says why."
  })
  void ending_ofAProcessThatSaidDone(
      String report, long done, long failed, State state, String words) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("state", "done");
    said.put("done", done);
    said.put("failed", failed);

    Ending ending =
        Ending.of(State.RUNNING, Optional.of(said), Optional.empty(), Optional.of(report));

    assertThat(ending).isEqualTo(new Ending(state, words));
  }
}

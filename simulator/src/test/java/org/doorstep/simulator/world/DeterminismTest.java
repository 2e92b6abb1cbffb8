package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.simulator.host.Journal;
import org.doorstep.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** FEATURE: one seed, one log; and what is drawn for a call does not depend on what happened. */
class DeterminismTest {
  /** Held on JDK 17 and 25; another one says that the program, or what ships, has changed. */
  private static final String GOLDEN =
      "0814ad962e3347a2b68fc1affb2cdef21d5bfc2f37d16d936eb51d8d8aa02e63";

  @Test
  void log_ofTheSameSeed_isTheSameByteForByte() {
    Scenario scenario = Town.with("span: {days: 2}");

    assertThat(journalOf(scenario, 11)).isEqualTo(journalOf(scenario, 11));
  }

  @Test
  void log_ofSeedOne_hasThisHashOnEveryJvm_andBesideAnotherRun() {
    Scenario scenario = Town.with("span: {days: 2}");
    CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> journalOf(scenario, 2));

    assertThat(journalOf(scenario, 1)).isEqualTo(GOLDEN);
    assertThat(other.join()).isEqualTo(journalOf(scenario, 2)).isNotEqualTo(GOLDEN);
  }

  private static String journalOf(Scenario scenario, long seed) {
    Journal journal = Journal.hashOnly();
    Town.run(scenario, seed).forEach(journal);
    return journal.head();
  }

  @Test
  void log_ofAnotherSeed_differs() {
    Scenario scenario = Town.with("span: {days: 2}");

    assertThat(journalOf(scenario, 11)).isNotEqualTo(journalOf(scenario, 12));
  }

  @Test
  void calls_ofAnotherFleet_areTheSame() {
    List<String> few =
        calls(Town.run(Town.with("fleet: {absence: {shifts-unfilled-percent: 50}}"), 3));
    List<String> many = calls(Town.run(Town.with("span: {days: 2}"), 3));

    assertThat(few).isEqualTo(many).hasSizeGreaterThan(40);
  }

  private static List<String> calls(List<LoggedEvent> log) {
    return log.stream()
        .filter(logged -> logged.event() instanceof DispatchEvent.IncidentOpened)
        .map(
            logged -> {
              DispatchEvent.IncidentOpened call = (DispatchEvent.IncidentOpened) logged.event();
              return logged.at() + " " + call.category() + " " + call.place();
            })
        .toList();
  }
}

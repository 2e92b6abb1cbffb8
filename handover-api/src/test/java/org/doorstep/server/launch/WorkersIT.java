package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.server.FreePort;
import org.doorstep.server.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: an experiment gives the same bytes on threads, on one process or two, on a group of
 * workers, and whichever of them is killed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(2_400)
class WorkersIT {
  private static final long ENDED_SECONDS_MAX = 600;

  private Path folder = Path.of("");
  private Path map = Path.of("");
  private Map<String, String> onThreads = Map.of();

  @BeforeAll
  void runOnThreads() throws Exception {
    folder = TestServer.freshFolder();
    map = folder.resolve("map");
    MapSource.synthetic(map, Map.of(), words -> {}).close();
    Files.writeString(folder.resolve("same.yaml"), "base: west-kent-today\nname: The same again\n");
    try (ChildProcess threads =
        simulate("threads", "--log", "--workers", "2", "--map", map.toString())) {
      assertThat(threads.end()).as("%s %s", threads.lines(), threads.errors()).isZero();
    }
    onThreads = contents("threads");
    assertThat(onThreads.keySet()).contains("report.json", "log-same-0003.jsonl");
  }

  private ChildProcess simulate(String out, String... more) throws IOException {
    return start(
        out, "--scenario west-kent-today,same.yaml --replications 3 --days 1 --seed 5", more);
  }

  /** What takes so long that nobody waits for its end. */
  private ChildProcess simulateLong(String out) throws IOException {
    return start(out, "--scenario west-kent-today --replications 50 --days 7", processes(2));
  }

  private ChildProcess start(String out, String what, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("simulate", "--progress-json"));
    arguments.addAll(List.of(what.split(" ", -1)));
    arguments.addAll(List.of("--out", out));
    arguments.addAll(List.of(more));
    return ChildProcess.start(folder, arguments);
  }

  private String[] processes(int number) {
    return new String[] {"--log", "--processes", Integer.toString(number), "--map", map.toString()};
  }

  /** All files but the one that says when. */
  private Map<String, String> contents(String of) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(of))) {
      for (Path file : files.toList()) {
        contents.put(
            String.valueOf(file.getFileName()),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    contents.remove("log.txt");
    return contents;
  }

  private static boolean isRunning(String line, int done) {
    Map<String, @Nullable Object> said =
        JsonTree.parseObject(line.getBytes(StandardCharsets.UTF_8));
    return said.get("state") instanceof String state
        && state.equals("running")
        && said.get("done") instanceof Long ended
        && ended >= done;
  }

  private static String last(ChildProcess of) {
    return of.lines().get(of.lines().size() - 1);
  }

  @Test
  void simulate_oneProcess_givesTheBytesOfThreads() throws Exception {
    try (ChildProcess run = simulate("one", processes(1))) {
      assertThat(run.end()).as("%s %s", run.lines(), run.errors()).isZero();
      assertThat(last(run)).contains("\"state\":\"done\"", "\"done\":6", "c2-mean-seconds");
    }
    assertThat(contents("one")).isEqualTo(onThreads);
  }

  @Test
  void simulate_oneOfTwoProcessesIsKilled_givesTheBytesOfThreads() throws Exception {
    TreeSet<Long> seen = new TreeSet<>();
    try (ChildProcess run = simulate("two", processes(2))) {
      run.await(line -> isRunning(line, 1));
      List<ProcessHandle> workers = run.children();
      assertThat(workers).hasSize(2);
      workers.get(0).destroyForcibly();
      workers.forEach(each -> seen.add(each.pid()));
      run.await(
          line -> {
            run.children().forEach(each -> seen.add(each.pid()));
            return seen.size() == 3;
          });
      assertThat(run.end()).as("%s %s", run.lines(), run.errors()).isZero();
    }
    assertThat(contents("two")).isEqualTo(onThreads);
  }

  @Test
  void simulate_oneOfAGroupIsKilled_givesTheBytesOfThreadsButTheirLogs() throws Exception {
    int first = FreePort.find();
    int second = FreePort.find();
    try (ChildProcess one = worker(first, first, second)) {
      one.await(line -> line.equals("Working at 127.0.0.1:%d, 1 in the group".formatted(first)));
      ChildProcess other = worker(second, first, second);
      other.await(line -> line.endsWith("2 in the group"));
      try (ChildProcess run = simulate("group", "--cluster", "127.0.0.1:" + first)) {
        run.await(line -> isRunning(line, 1));
        other.kill();
        assertThat(run.end()).as("%s %s", run.lines(), run.errors()).isZero();
      }
    }
    Map<String, String> withoutLogs = new TreeMap<>(onThreads);
    withoutLogs.keySet().removeIf(name -> name.startsWith("log-"));
    withoutLogs.computeIfPresent(
        "files.txt", (name, text) -> text.replaceAll("log-[a-z0-9-]+\\.jsonl\n", ""));
    assertThat(contents("group")).isEqualTo(withoutLogs);
  }

  private ChildProcess worker(int port, int... members) throws IOException {
    List<String> addresses = new ArrayList<>();
    for (int member : members) {
      addresses.add("127.0.0.1:" + member);
    }
    return ChildProcess.start(
        folder,
        List.of(
            "worker",
            "--join",
            String.join(",", addresses),
            "--port",
            Integer.toString(port),
            "--map",
            map.toString()));
  }

  @Test
  void simulate_isKilled_itsWorkersEnd() throws Exception {
    try (ChildProcess run = simulateLong("killed")) {
      run.await(line -> isRunning(line, 0));
      List<ProcessHandle> workers = run.children();
      assertThat(workers).hasSize(2);
      run.kill();
      for (ProcessHandle worker : workers) {
        assertThat(worker.onExit().get(ENDED_SECONDS_MAX, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void simulate_isAskedToStop_keepsWhatIsInHandAndSaysDone() throws Exception {
    try (ChildProcess run = simulateLong("stopped")) {
      run.await(line -> isRunning(line, 1));
      run.terminate();
      run.end();
      assertThat(last(run)).contains("\"state\":\"done\"", "stopped after ");
      assertThat(run.lines()).anyMatch(line -> line.contains("\"state\":\"stopping\""));
    }
    assertThat(contents("stopped").get("report.json")).contains("\"state\": \"stopped after ");
  }
}

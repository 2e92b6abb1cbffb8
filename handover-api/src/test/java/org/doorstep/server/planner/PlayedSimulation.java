package org.doorstep.server.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process in place of the simulator: it speaks as that does, and what it does depends on the
 * seed. It runs until it is told to stop, or says at once that it is done or has failed.
 */
public final class PlayedSimulation {
  static final int DONE_AT_ONCE = 1;
  static final int UNTIL_STOPPED = 2;
  static final int FAILS = 3;
  static final int GOES_WITHOUT_A_WORD = 4;

  private static final long LIFE_SECONDS_MAX = 600;

  private PlayedSimulation() {}

  /** What starts it. */
  static List<String> words() {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-Xmx32m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        Path.of("target", "test-classes").toAbsolutePath().toString(),
        PlayedSimulation.class.getName());
  }

  /** Runs as the words of the simulator's command say. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    int seed = Integer.parseInt(after(words, "--seed"));
    Path out = Path.of(after(words, "--out"));
    System.out.println("Words that are no JSON are passed over.");
    say("running", "Running.", 0);
    switch (seed) {
      case DONE_AT_ONCE -> {
        write(out, "done");
        say("done", "All 10 runs are done.", 10);
      }
      case UNTIL_STOPPED -> untilStopped(out);
      case FAILS -> {
        say("failed", "The scenario is of no use.", 0);
        System.exit(2);
      }
      default -> {
        System.err.println("Killed by a test.");
        Runtime.getRuntime().halt(137);
      }
    }
  }

  private static void untilStopped(Path out) throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  try {
                    main.join();
                  } catch (InterruptedException e) {
                    main.interrupt();
                  }
                }));
    say("running", "Running.", 4);
    if (stop.await(LIFE_SECONDS_MAX, TimeUnit.SECONDS)) {
      write(out, "stopped after 4 of 10");
      say("done", "Stopped after 4 of 10 runs.", 4);
    }
  }

  private static void write(Path out, String state) {
    try {
      Files.createDirectories(out);
      Files.writeString(out.resolve("report.json"), "{\"state\": \"%s\"}".formatted(state));
      Files.writeString(out.resolve("stray.txt"), "not on the list");
      Files.writeString(
          out.resolve("files.txt"), "Files of a Doorstep experiment\nreport.json\ngone.csv\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void say(String state, String words, int done) {
    System.out.println(
        "{\"state\":\"%s\",\"words\":\"%s\",\"done\":%d,\"total\":10}"
            .formatted(state, words, done));
  }

  private static String after(List<String> words, String option) {
    return words.get(words.indexOf(option) + 1);
  }
}

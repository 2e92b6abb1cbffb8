package org.doorstep.simulator.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.doorstep.simulator.experiment.WorkerLost;

/**
 * Workers that are processes of this machine. Each is started when it is first asked, and one that
 * is lost is started anew when its place is next asked. They end when this process does, whatever
 * ends it, because their input ends then.
 */
public final class WorkerProcesses implements Carrier {
  /** More than any machine has cores for. */
  public static final int PROCESSES_MAX = 64;

  private final List<String> command;
  private final int processes;
  private final BlockingQueue<Seat> idle = new LinkedBlockingQueue<>();
  private final Set<Process> alive = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** A place for a worker, with or without one; at any time one thread has it. */
  private static final class Seat {
    private Optional<Worker> worker = Optional.empty();
  }

  private record Worker(Process process, BufferedWriter in, BufferedReader out) {}

  /**
   * Processes.
   *
   * @param command starts one that answers each line on its input with a line on its output
   * @param processes 1 to {@link #PROCESSES_MAX}
   */
  public WorkerProcesses(List<String> command, int processes) {
    if (processes < 1 || processes > PROCESSES_MAX) {
      throw new IllegalArgumentException(
          "The processes (%d) must be from 1 to %d.".formatted(processes, PROCESSES_MAX));
    }
    this.command = List.copyOf(command);
    this.processes = processes;
    for (int each = 0; each < processes; each++) {
      idle.add(new Seat());
    }
  }

  @Override
  public int room() {
    return processes;
  }

  @Override
  public String ask(String line) throws WorkerLost {
    Seat seat = take();
    try {
      return ask(seat, line);
    } finally {
      idle.add(seat);
    }
  }

  private Seat take() throws WorkerLost {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkerLost("nobody waited for it");
    }
  }

  private String ask(Seat seat, String line) throws WorkerLost {
    Worker worker = seat.worker.isPresent() ? seat.worker.get() : start();
    seat.worker = Optional.of(worker);
    String words = "";
    try {
      worker.in().write(line);
      worker.in().newLine();
      worker.in().flush();
      String answer = worker.out().readLine();
      // The last words of a process without memory are not an answer.
      while (answer != null && !answer.startsWith("{")) {
        words = " (%s)".formatted(answer);
        answer = worker.out().readLine();
      }
      if (answer != null) {
        return answer;
      }
    } catch (IOException e) {
      // It is gone; how it ended says more.
    }
    seat.worker = Optional.empty();
    throw lost(worker.process(), words);
  }

  private WorkerLost lost(Process process, String words) {
    process.destroyForcibly();
    alive.remove(process);
    try {
      return new WorkerLost(
          "its process ended with status %d%s".formatted(process.waitFor(), words));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WorkerLost("its process was ended");
    }
  }

  private Worker start() throws WorkerLost {
    if (closed.getCount() == 0) {
      throw new WorkerLost("the workers have been let go");
    }
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      alive.add(process);
      if (closed.getCount() == 0) {
        // Let go of in between: nobody else will end this one.
        process.destroyForcibly();
      }
      return new Worker(process, process.outputWriter(UTF_8), process.inputReader(UTF_8));
    } catch (IOException e) {
      throw new WorkerLost("its process cannot be started: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    closed.countDown();
    alive.forEach(Process::destroyForcibly);
  }
}

package org.doorstep.simulator.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Answers each line that comes in with a line. It ends when no more can come, and does not wait for
 * what is in hand: whoever wanted it is gone.
 */
public final class WorkerLoop {
  private WorkerLoop() {}

  /** Reads on this thread, and works on another, so that the end of the input is seen at once. */
  public static void serve(BufferedReader in, PrintWriter out, UnaryOperator<String> answer)
      throws IOException {
    ExecutorService work = Executors.newSingleThreadExecutor(WorkerLoop::thread);
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String asked = line;
        work.execute(
            () -> {
              out.println(answer.apply(asked));
              out.flush();
            });
      }
    } finally {
      work.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "replication");
    thread.setDaemon(true);
    return thread;
  }
}

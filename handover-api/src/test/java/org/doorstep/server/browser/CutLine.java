package org.doorstep.server.browser;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line between a browser and a server that can be cut: no connection at all, open streams
 * included, or a command that reaches the server while its answer is lost on the way back.
 */
final class CutLine implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;
  private static final String COMMAND = "POST /api/areas/WEST_KENT/commands/";

  private final ServerSocket door;
  private final int serverPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  // Read by the threads of the line, set by the test.
  private final AtomicInteger answersToLose = new AtomicInteger();
  private final AtomicInteger answersLost = new AtomicInteger();
  private volatile boolean cut;

  /** A line to the server at that port of this machine. */
  CutLine(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String address() {
    return "http://localhost:" + door.getLocalPort();
  }

  /** Ends every connection and takes no new one. */
  void cut() {
    cut = true;
    open.forEach(CutLine::end);
  }

  void mend() {
    cut = false;
  }

  /** The next command reaches the server; its answer does not come back. */
  void loseNextAnswer() {
    answersToLose.incrementAndGet();
  }

  int answersLost() {
    return answersLost.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket browser = door.accept();
        if (cut) {
          end(browser);
        } else {
          join(browser, new Socket(InetAddress.getLoopbackAddress(), serverPort));
        }
      } catch (IOException e) {
        // The line is being closed, or the server is gone: the browser sees that there is none.
      }
    }
  }

  private void join(Socket browser, Socket server) {
    open.add(browser);
    open.add(server);
    AtomicInteger deaf = new AtomicInteger();
    start(() -> pump(browser, server, deaf, true));
    start(() -> pump(server, browser, deaf, false));
  }

  /** Carries bytes one way until either side ends. */
  private void pump(Socket from, Socket to, AtomicInteger deaf, boolean asks) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (asks && isCommand(buffer, length) && takeOne()) {
          deaf.set(1);
        } else if (!asks && deaf.get() == 1) {
          answersLost.incrementAndGet();
          return;
        }
        out.write(buffer, 0, length);
        out.flush();
      }
    } catch (IOException e) {
      // One side has gone; the other follows.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private boolean takeOne() {
    return answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private static boolean isCommand(byte[] buffer, int length) {
    return length >= COMMAND.length()
        && new String(buffer, 0, COMMAND.length(), StandardCharsets.ISO_8859_1).equals(COMMAND);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "cut-line");
    thread.setDaemon(true);
    thread.start();
  }

  private static void end(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It had ended already.
    }
  }

  @Override
  public void close() throws IOException {
    cut();
    door.close();
  }
}

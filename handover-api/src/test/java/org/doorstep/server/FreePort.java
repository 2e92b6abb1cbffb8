package org.doorstep.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a port for a process that must be told which to listen at. Below those that systems give to
 * connections that go out: one of these takes a port in the moment in which nobody listens there.
 */
public final class FreePort {
  private static final int LOWEST = 15_000;
  private static final int ABOVE = 30_000;
  private static final int TRIES_MAX = 100;

  private FreePort() {}

  /** A port at which nobody listens now. */
  public static int find() throws IOException {
    for (int tried = 0; tried < TRIES_MAX; tried++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE);
      try (ServerSocket door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return door.getLocalPort();
      } catch (BindException e) {
        // Somebody listens there: another one.
      }
    }
    throw new IOException("Nearly every port is taken.");
  }
}

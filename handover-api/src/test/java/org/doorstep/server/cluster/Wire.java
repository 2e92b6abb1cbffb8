package org.doorstep.server.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between the nodes, which can be cut: each node is reached by the others through doors
 * of this process. Across a cut nothing passes and nobody is told, as when a cable is pulled: what
 * was sent waits and goes on once it has healed. New connections fail, or are taken and stay
 * without a word: something between the nodes can do either.
 *
 * <p>Who has come to a door is found by the process that holds the other end of the connection.
 */
final class Wire implements Closeable {
  private static final int BUFFER_BYTES = 16_384;

  private final List<Closeable> open = new ArrayList<>();
  private final Map<Integer, Integer> membershipDoors = new TreeMap<>();
  private final Map<Integer, Integer> busDoors = new TreeMap<>();
  private final Map<Long, Integer> nodesByProcess = new ConcurrentHashMap<>();

  // Guards the cut; relays wait on it. The node that is alone on its side; -1 while there is none.
  private final Object lock = new Object();
  private int alone = -1;
  private boolean silent;

  /** Opens the doors of a node. */
  void open(int node, int membershipPort, int busPort) throws IOException {
    membershipDoors.put(node, door(node, membershipPort));
    busDoors.put(node, door(node, busPort));
  }

  /** Says which process a node is. */
  void isOf(int node, long process) {
    nodesByProcess.put(process, node);
  }

  String membershipAddress(int node) {
    return "127.0.0.1:" + membershipDoors.get(node);
  }

  String busAddress(int node) {
    return "127.0.0.1:" + busDoors.get(node);
  }

  /**
   * Cuts one node off from all others.
   *
   * @param silent whether new connections across the cut wait until it has healed; else they fail
   */
  void cutOff(int node, boolean silent) {
    synchronized (lock) {
      alone = node;
      this.silent = silent;
    }
  }

  void heal() {
    synchronized (lock) {
      alone = -1;
      lock.notifyAll();
    }
  }

  @Override
  public void close() throws IOException {
    heal();
    synchronized (open) {
      for (Closeable each : open) {
        each.close();
      }
    }
  }

  private int door(int node, int behind) throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    keep(door);
    thread("door-" + node, () -> admit(node, behind, door));
    return door.getLocalPort();
  }

  private void admit(int node, int behind, ServerSocket door) {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        keep(caller);
        thread("call-" + node, () -> join(node, behind, caller));
      } catch (IOException e) {
        // Closed: nobody comes any more.
        return;
      }
    }
  }

  private void join(int node, int behind, Socket caller) {
    try {
      int from =
          Connections.findProcess(caller, nodesByProcess.keySet())
              .map(nodesByProcess::get)
              .orElseThrow(() -> new IOException("Nobody holds the other end."));
      if (isRefused(from, node)) {
        // As if nobody answered there; the caller tries again when it wants to.
        close(caller);
        return;
      }
      waitWhileCut(from, node);
      Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
      keep(server);
      thread("back-" + node, () -> relay(from, node, server, caller));
      relay(from, node, caller, server);
    } catch (IOException e) {
      close(caller);
    }
  }

  private void relay(int one, int other, Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(buffer);
      while (length >= 0) {
        waitWhileCut(one, other);
        out.write(buffer, 0, length);
        length = in.read(buffer);
      }
    } catch (IOException e) {
      // One end has gone; the other is told below.
    }
    waitWhileCut(one, other);
    close(from);
    close(to);
  }

  private boolean isRefused(int one, int other) {
    synchronized (lock) {
      return isCut(one, other) && !silent;
    }
  }

  private boolean isCut(int one, int other) {
    synchronized (lock) {
      return one != other && (one == alone || other == alone);
    }
  }

  private void waitWhileCut(int one, int other) {
    synchronized (lock) {
      while (isCut(one, other)) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private void keep(Closeable each) {
    synchronized (open) {
      open.add(each);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone all the same.
    }
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}

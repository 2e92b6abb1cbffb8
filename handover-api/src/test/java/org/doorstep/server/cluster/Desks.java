package org.doorstep.server.cluster;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.dispatch.shell.Uuid7;
import org.doorstep.server.TestClient;

/**
 * Desks at all nodes that quarrel over a few units. What is not answered is sent again under the
 * same key until it is.
 */
final class Desks {
  private static final int DESKS = 6;
  private static final int UNITS = 6;
  private static final int VERSIONS_TRIED = 3;
  private static final long FINISH_MILLIS_MAX = 90_000;

  private final List<TestClient> clients = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Ledger ledger;
  private final boolean wandering;
  private final AtomicInteger unanswered = new AtomicInteger();

  // Written by the test, read by the desks between two commands.
  private volatile boolean closing;

  /**
   * Desks that begin at once, two at each node.
   *
   * @param wandering whether a desk without an answer goes to another node, or stays at its own
   */
  Desks(ClusterWorld world, Ledger ledger, boolean wandering) throws Exception {
    this.ledger = ledger;
    this.wandering = wandering;
    for (int node = 0; node < ClusterWorld.NODES; node++) {
      clients.add(world.client(node, "desk1"));
    }
    for (int desk = 0; desk < DESKS; desk++) {
      int number = desk;
      Thread thread = new Thread(() -> work(number), "desk-" + desk);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Lets each desk finish what it is at. */
  void finish() throws InterruptedException {
    closing = true;
    for (Thread thread : threads) {
      thread.join(FINISH_MILLIS_MAX);
      if (thread.isAlive()) {
        throw new AssertionError("A command of %s is never answered.".formatted(thread.getName()));
      }
    }
  }

  /** How often a command got no answer at the first try. */
  int unanswered() {
    return unanswered.get();
  }

  private void work(int desk) {
    Random random = new Random(desk);
    try {
      while (!closing) {
        String unit = "U" + random.nextInt(UNITS);
        ask(desk, "SignOnUnit", SIGN_ON.formatted(unit));
        Map<String, ?> opened = ask(desk, "OpenIncident", OPEN);
        if (opened.get("incident") instanceof Long incident) {
          send(desk, incident, unit, version(desk, unit));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tries the version on the board and those after it, as a desk with a stale screen would. */
  private void send(int desk, long incident, String unit, long seen) throws InterruptedException {
    for (long version = seen; version < seen + VERSIONS_TRIED; version++) {
      Map<String, ?> sent = ask(desk, "AssignUnit", ASSIGN.formatted(incident, unit, version));
      if (sent.get("status") == null) {
        ask(desk, "StandDownUnit", STAND_DOWN.formatted(incident, unit, version + 1));
        break;
      }
    }
    ask(desk, "CloseIncident", CLOSE.formatted(incident));
  }

  /** The answer of the area, which is a problem with a status when it refused. */
  private Map<String, ?> ask(int desk, String command, String body) throws InterruptedException {
    UUID key = Uuid7.at(Instant.now());
    long asked = System.nanoTime();
    int node = desk % ClusterWorld.NODES;
    while (true) {
      try {
        long tried = System.nanoTime();
        TestClient.Answer answer = clients.get(node).command(command, body, key);
        Map<String, ?> json = answer.json();
        if (json.get("sequence") instanceof Long sequence) {
          ledger.put(
              key,
              new Ledger.Entry(
                  node, answer.status() == 200, sequence, asked, tried, System.nanoTime()));
          return json;
        }
        if (answer.status() != 503) {
          throw new AssertionError(answer.text());
        }
      } catch (HttpTimeoutException e) {
        // Silent: asked again below.
      } catch (IOException e) {
        // Gone: asked again below.
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      unanswered.incrementAndGet();
      node = wandering ? (node + 1) % ClusterWorld.NODES : node;
      Await.pause();
    }
  }

  private long version(int desk, String unit) {
    try {
      for (Object each : clients.get(desk % ClusterWorld.NODES).board().list("units")) {
        if (each instanceof Map<?, ?> shown
            && unit.equals(shown.get("unit"))
            && shown.get("version") instanceof Long version) {
          return version;
        }
      }
    } catch (Exception | AssertionError e) {
      // Its node is gone: the desk guesses.
    }
    return 1;
  }

  private static final String SIGN_ON =
      """
      {"unit":"%s","shift":{"kind":"AMBULANCE","base":"Tonbridge",
       "capabilities":["ASSESSMENT","EMERGENCY_CARE","CONVEYANCE"],"endsAt":"2099-01-01T00:00:00Z"}}""";
  private static final String OPEN =
      """
      {"call":{"complaint":"Fall","patients":[]},"category":"C3",
       "place":{"lat":51.19,"lon":0.27,"label":"Row Street"}}""";
  private static final String ASSIGN =
      """
      {"incident":%d,"unit":"%s","overrideReason":"OTHER","saw":{"incident":1,"unit":%d}}""";
  private static final String STAND_DOWN =
      """
      {"incident":%d,"unit":"%s","reason":"NOT_NEEDED","saw":{"incident":2,"unit":%d}}""";
  private static final String CLOSE =
      """
      {"incident":%d,"reason":"CALLED_OFF","saw":3}""";
}

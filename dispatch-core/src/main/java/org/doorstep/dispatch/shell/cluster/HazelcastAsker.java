package org.doorstep.dispatch.shell.cluster;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks the members of a group. It is no member of it: nothing is kept with it, and nobody minds
 * when it goes.
 */
public final class HazelcastAsker implements AutoCloseable {
  private static final String LOGGING = "hazelcast.logging.type";
  private static final long CONNECT_MILLIS_MAX = 15_000;
  private static final long NOBODY_SECONDS_MAX = 60;
  private static final long LOOK_MILLIS = 500;

  private final HazelcastInstance client;
  private final String group;

  private final Semaphore released = new Semaphore(0);

  // Only looked up, and guarded by this.
  private final Set<UUID> asked = new HashSet<>();
  private final Set<UUID> lost = new HashSet<>();
  private boolean closed;

  private HazelcastAsker(HazelcastInstance client, String group) {
    this.client = client;
    this.group = group;
  }

  /**
   * Connects to whoever of the group is there.
   *
   * @throws IllegalArgumentException if nobody is
   */
  public static HazelcastAsker connect(GroupSettings group) {
    System.setProperty(LOGGING, "slf4j");
    String members = String.join(", ", group.addresses());
    ClientConfig config = new ClientConfig();
    config.setClusterName(group.name());
    config.setProperty(LOGGING, "slf4j");
    config.getMetricsConfig().setEnabled(false);
    config.getNetworkConfig().setAddresses(group.addresses());
    config
        .getConnectionStrategyConfig()
        .getConnectionRetryConfig()
        .setClusterConnectTimeoutMillis(CONNECT_MILLIS_MAX);
    HazelcastAnswerer.secure(config.getSerializationConfig());
    try {
      return new HazelcastAsker(HazelcastClient.newHazelcastClient(config), members);
    } catch (IllegalStateException | HazelcastException e) {
      throw new IllegalArgumentException(
          """
          No worker answers at (%s).
          Maybe none has been started there: doorstep worker --join %s"""
              .formatted(members, members),
          e);
    }
  }

  /** How many members there are to ask, and one where nobody is seen just now. */
  public int room() {
    return Math.max(1, (int) seen().stream().filter(this::isThere).count());
  }

  private Set<Member> seen() {
    try {
      return client.getCluster().getMembers();
    } catch (HazelcastException | IllegalStateException e) {
      // Not connected to anybody.
      return Set.of();
    }
  }

  private synchronized boolean isThere(Member member) {
    return !lost.contains(member.getUuid());
  }

  /**
   * Asks a member that has nothing to do, and waits for its answer, however long that takes.
   *
   * @throws AnswerLost if it is gone; it is not asked again
   * @throws IllegalArgumentException if nobody has been there for a minute
   */
  public String ask(String line) throws AnswerLost {
    Member member = take();
    try {
      Future<String> answer =
          client
              .getExecutorService(HazelcastQuestion.EXECUTOR)
              .submitToMember(new HazelcastQuestion(line), member);
      return answer.get();
    } catch (ExecutionException | RuntimeException e) {
      forget(member);
      throw new AnswerLost("the member at (%s) is gone".formatted(member.getAddress()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AnswerLost("nobody waited for it", e);
    } finally {
      release(member);
    }
  }

  private synchronized void forget(Member member) {
    lost.add(member.getUuid());
  }

  private synchronized void release(Member member) {
    asked.remove(member.getUuid());
    released.release();
  }

  private Member take() throws AnswerLost {
    long begun = System.nanoTime();
    while (true) {
      Set<Member> members = seen();
      Optional<Member> free = findFree(members);
      if (free.isPresent()) {
        return free.get();
      }
      if (isClosed()) {
        throw new AnswerLost("the workers have been let go");
      }
      if (members.stream().anyMatch(this::isThere)) {
        begun = System.nanoTime();
      } else if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(NOBODY_SECONDS_MAX)) {
        throw new IllegalArgumentException(
            "No worker of the group (%s) has been there for %d seconds."
                .formatted(group, NOBODY_SECONDS_MAX));
      }
      look();
    }
  }

  private synchronized Optional<Member> findFree(Set<Member> members) {
    Optional<Member> free =
        members.stream()
            .filter(each -> !closed && isThere(each) && !asked.contains(each.getUuid()))
            .findFirst();
    free.ifPresent(each -> asked.add(each.getUuid()));
    return free;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void look() throws AnswerLost {
    try {
      var unused = released.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AnswerLost("nobody waited for it", e);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    client.shutdown();
  }
}

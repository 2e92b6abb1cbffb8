package org.doorstep.dispatch.shell.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.doorstep.dispatch.shell.cluster.ClusterSettings.Door;
import org.doorstep.dispatch.shell.cluster.ClusterSettings.Interface;
import org.doorstep.dispatch.shell.cluster.ClusterSettings.Silence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** FEATURE: what a node asks, the owner answers, wherever it is; what one says, the others hear. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeTest {
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final long SECONDS_MAX = 60;

  private Node owner;
  private Node other;
  private int ownersDoor;

  @BeforeAll
  void start() throws Exception {
    int first = freePort();
    int second = freePort();
    ClusterSettings ofOwner = settings(first, List.of(first, second));
    ownersDoor = ofOwner.eventBus().port();
    owner = Node.start(ofOwner);
    other = Node.start(settings(second, List.of(first, second)));
    await(() -> owner.membership().seen() == 2 && other.membership().seen() == 2);
  }

  @AfterAll
  void stop() throws Exception {
    other.close();
    owner.close();
  }

  @Test
  void membership_oneCameFirst_itOwns() {
    assertThat(owner.membership()).isEqualTo(new Membership(2, 2, true));
    assertThat(other.membership()).isEqualTo(new Membership(2, 2, false));
    assertThat(owner.isOneOfSeveral()).isTrue();
  }

  @Test
  void askOwner_fromEither_isAnsweredByIt() throws Exception {
    owner
        .vertx()
        .eventBus()
        .<Buffer>consumer("twice", m -> m.reply(m.body().appendBytes(bytes(1))));
    other.vertx().eventBus().<Buffer>consumer("twice", m -> m.reply(Buffer.buffer("wrong")));

    assertThat(ask(owner, "twice", bytes(7)).getBytes()).containsExactly(7, 1);
    assertThat(ask(other, "twice", bytes(7)).getBytes()).containsExactly(7, 1);
    assertThat(ask(other, "twice", new byte[0]).getBytes()).containsExactly(1);
  }

  @Test
  void askOwner_itRefuses_theKindAndTheWordsArrive() {
    owner.vertx().eventBus().<Buffer>consumer("no", m -> m.fail(4, "Not, said \u201cno\u201d."));

    for (Node node : List.of(owner, other)) {
      assertThatThrownBy(() -> ask(node, "no", bytes(7)))
          .isInstanceOfSatisfying(
              ReplyException.class,
              fault -> {
                assertThat(fault.failureType()).isEqualTo(ReplyFailure.RECIPIENT_FAILURE);
                assertThat(fault.failureCode()).isEqualTo(4);
                assertThat(fault).hasMessage("Not, said \u201cno\u201d.");
              });
    }
  }

  @Test
  void askOwner_nobodyIsThere_saysSo() {
    for (Node node : List.of(owner, other)) {
      assertThatThrownBy(() -> ask(node, "nobody", bytes(7)))
          .isInstanceOfSatisfying(
              ReplyException.class,
              fault -> assertThat(fault.failureType()).isEqualTo(ReplyFailure.NO_HANDLERS));
    }
  }

  @Test
  void askOwner_noAnswer_endsAfterTheWait() {
    owner.vertx().eventBus().<Buffer>consumer("silent", m -> {});

    for (Node node : List.of(owner, other)) {
      assertThatThrownBy(
              () ->
                  node.askOwner("silent", Buffer.buffer(bytes(7)), Duration.ofMillis(200))
                      .await(SECONDS_MAX, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              ReplyException.class,
              fault -> assertThat(fault.failureType()).isEqualTo(ReplyFailure.TIMEOUT));
    }
  }

  @Test
  void tellOthers_isHeardByThemAlone() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    owner.vertx().eventBus().<Buffer>consumer("news", m -> heard.add("owner " + m.body()));
    other.vertx().eventBus().<Buffer>consumer("news", m -> heard.add("other " + m.body()));

    owner.tellOthers("news", Buffer.buffer("one"));
    assertThat(heard.poll(SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo("other one");
    other.tellOthers("news", Buffer.buffer("two"));
    assertThat(heard.poll(SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo("owner two");
    assertThat(heard).isEmpty();
  }

  @Test
  void door_noQuestionOrOneOfNoKnownLength_isRefused() throws Exception {
    assertThat(post("/other", BodyPublishers.ofString("7"))).isEqualTo(404);
    assertThat(
            post(
                "/ask/twice",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(7)))))
        .isEqualTo(413);
  }

  /** As after a cut from which a member does not find back. */
  @Test
  void membership_givenUp_isTakenUpAnew() throws Exception {
    int first = freePort();
    int second = freePort();
    try (Node stays = Node.start(settings(first, List.of(first, second)));
        Node leaves = Node.start(settings(second, List.of(first, second)))) {
      await(() -> leaves.membership().seen() == 2);

      instance(second).getLifecycleService().terminate();
      assertThat(leaves.membership().isMajority()).isFalse();

      await(() -> leaves.membership().seen() == 2 && stays.membership().seen() == 2);
      assertThat(stays.membership().first()).isTrue();
    }
  }

  @Test
  void start_oneOfTheOthersStandsStill_joinsTheRest() throws Exception {
    List<Integer> all = List.of(freePort(), freePort(), freePort());
    try (Node first = Node.start(settings(all.get(0), all));
        ServerSocket silent = new ServerSocket(all.get(1), 50, InetAddress.getLoopbackAddress());
        Node last = Node.start(settings(all.get(2), all))) {
      assertThat(silent.isClosed()).isFalse();
      assertThat(last.membership()).isEqualTo(new Membership(2, 3, false));
      await(() -> first.membership().equals(new Membership(2, 3, true)));
    }
  }

  private int post(String path, HttpRequest.BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ownersDoor + path))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(body)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static HazelcastInstance instance(int port) {
    return Hazelcast.getAllHazelcastInstances().stream()
        .filter(each -> each.getCluster().getLocalMember().getAddress().getPort() == port)
        .findFirst()
        .orElseThrow();
  }

  private static Buffer ask(Node node, String address, byte[] question) throws Exception {
    return node.askOwner(address, Buffer.buffer(question), WAIT)
        .await(SECONDS_MAX, TimeUnit.SECONDS);
  }

  private static byte[] bytes(int value) {
    return new byte[] {(byte) value};
  }

  private static ClusterSettings settings(int port, List<Integer> all) throws IOException {
    return new ClusterSettings(
        true,
        "test-" + all.get(0),
        all.stream().map(each -> "127.0.0.1:" + each).toList(),
        new Interface("127.0.0.1", false),
        new Door(port, Optional.empty()),
        new Door(freePort(), Optional.empty()),
        new Silence(1, 5),
        Optional.empty());
  }

  private static void await(BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      var unused = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    }
  }

  /** Below those that are given to connections that go out. */
  private static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
      try (ServerSocket door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return door.getLocalPort();
      } catch (BindException e) {
        // Somebody listens there: another one.
      }
    }
  }
}

package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.server.LetterBox;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * FEATURE: a practice reads the letters that were delivered to it, whole and in order, the first
 * opening is kept, and nobody else's letters exist for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettersTest {
  private static final String LETTERS = "/api/areas/WEST_KENT/letters";

  private TestServer server;
  private LetterBox box;
  private TestClient practice;
  private TestClient other;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    box = new LetterBox(server);
    practice = member("gp1", Role.PRACTICE, "PRACTICE-1");
    other = member("gp2", Role.PRACTICE, "PRACTICE-2");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void list_afterDelivery_namesPatientKindAndDayAndIsUnread() throws Exception {
    UUID id = box.deliver("PRACTICE-1", 71, Disposition.TREAT_AT_SCENE, Kind.ACTION_REQUESTED);

    Answer list = practice.get(LETTERS);

    assertThat(new Contract().faults("listLetters", 200, list.contentType(), list.text()))
        .isEmpty();
    assertThat(String.valueOf(list.list("letters").get(0)))
        .contains(id.toString(), "incident=71", "Mavis Sample", "ACTION_REQUESTED", "dueOn=")
        .doesNotContain("readAt");
  }

  @Test
  void read_ofTheOwnLetter_isWholeAndMarksItReadOnce() throws Exception {
    UUID id = box.deliver("PRACTICE-1", 72, Disposition.COMMUNITY, Kind.ACTION_REQUESTED);

    Answer first = practice.get(LETTERS + "/" + id);
    Answer second = practice.get(LETTERS + "/" + id);

    assertThat(new Contract().faults("readLetter", 200, first.contentType(), first.text()))
        .isEmpty();
    assertThat(first.text())
        .contains("Advice and safety net", "Warning sign", "NEWS2", "Alex Sample", "rows");
    assertThat(readAt(first)).isNotEmpty().isEqualTo(readAt(second));
  }

  @Test
  void read_byAnybodyElse_isRefused() throws Exception {
    UUID id = box.deliver("PRACTICE-1", 73, Disposition.TREAT_AT_SCENE, Kind.FOR_INFORMATION);
    TestClient desk = server.client("desk1");
    TestClient hospital = member("ed1", Role.HOSPITAL, "MAIDSTONE-ED");

    assertThat(other.get(LETTERS + "/" + id).code()).isEqualTo("letter-unknown");
    assertThat(other.get(LETTERS).text()).doesNotContain(id.toString());
    assertThat(desk.get(LETTERS + "/" + id).status()).isEqualTo(403);
    assertThat(hospital.get(LETTERS).status()).isEqualTo(403);
    assertThat(new TestClient(server.address()).get(LETTERS).status()).isEqualTo(401);
    assertThat(practice.get(LETTERS + "/" + new UUID(1, 2)).code()).isEqualTo("letter-unknown");
    assertThat(practice.get(LETTERS + "/nonsense").code()).isEqualTo("letter-unknown");
    assertThat(practice.get(LETTERS).text()).contains(id.toString());
  }

  private static String readAt(Answer letter) {
    return letter.text().replaceAll(".*\"readAt\":\"([^\"]*)\".*", "$1");
  }

  private TestClient member(String user, Role role, String service) throws Exception {
    server.addMember(user, role, Optional.of(new ServiceId(service)));
    return server.client(user);
  }
}

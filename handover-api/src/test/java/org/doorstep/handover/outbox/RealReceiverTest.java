package org.doorstep.handover.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.fhir.MessageValidator;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterHead;
import org.doorstep.handover.letter.PracticeRequest;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.handover.receipt.ReceiptReading;
import org.doorstep.handover.sample.SampleLetters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: over real HTTP to a real FHIR server that answers late, twice, wrongly or never, nothing
 * is lost, nothing is shown twice, and what is wrong is seen.
 */
@ExtendWith(OutboxStand.Provided.class)
@Timeout(60)
class RealReceiverTest {
  private static final Address PRACTICE = new Address("http", "ZZ902");
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration HASTY = Duration.ofMillis(400);

  private OutboxWorld world;
  private FhirReceiver receiver;
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void begin(OutboxStand stand) throws Exception {
    world = new OutboxWorld(stand);
    receiver = new FhirReceiver(this::ok);
  }

  @AfterEach
  void end() throws Exception {
    over.countDown();
    receiver.stop();
  }

  @Test
  void deliver_answeredAtOnce_isReceivedAndShownAsWritten() {
    HandoverLetter letter = enqueue(1);

    world.sender(new MessageValidator(), channel(PATIENT, receiver.endpoint())).run();

    assertThat(receiver.shown).containsExactly(Map.entry(letter.head().id(), letter));
    assertThat(world.told).containsExactly("1 received by The practice's system");
  }

  @Test
  void deliver_answeredLate_isSentAgainAndShownOnce() {
    HandoverLetter letter = enqueue(1);
    receiver.behave((filed, response) -> over.await());

    sender(HASTY).run();
    assertThat(world.told).isEmpty();
    assertThat(fault(letter)).isEqualTo("No answer within 400 milliseconds.");

    receiver.behave(this::ok);
    world.clock.pass(OutboxWorld.POLICY.longest());
    sender(PATIENT).run();

    assertThat(receiver.shown.keySet()).containsExactly(letter.head().id());
    assertThat(world.told).containsExactly("1 received by The practice's system");
  }

  @Test
  void deliver_neverAnswered_isAnExceptionForAPersonAndShownOnce() throws Exception {
    HandoverLetter letter = enqueue(1);
    receiver.behave((filed, response) -> over.await());
    Sender sender = sender(HASTY);

    for (int i = 0; i <= OutboxWorld.POLICY.attemptsMax(); i++) {
      sender.run();
      world.clock.pass(OutboxWorld.POLICY.longest().multipliedBy(2));
    }

    assertThat(world.told).containsExactly("1 dead");
    assertThat(world.outbox.figures().exceptions()).isEqualTo(1);
    assertThat(world.outbox.listExceptions(10))
        .extracting(entry -> entry.message().id())
        .containsExactly(letter.head().id());
    assertThat(receiver.shown).hasSizeLessThan(2);
  }

  @Test
  void deliver_answeredTwice_isToldOnce() {
    HandoverLetter letter = enqueue(1);
    sender(PATIENT).run();

    for (int i = 0; i < 3; i++) {
      assertThat(
              world.outbox.receive(
                  read(new FhirReceipts().write(receipt(letter, ReceiptCode.SUCCESS)))))
          .isTrue();
    }
    sender(PATIENT).run();

    assertThat(receiver.arrived).hasSize(1);
    assertThat(world.told).containsExactly("1 received by The practice's system");
  }

  @Test
  void deliver_takenAndAnsweredOnItsOwn_isSentThenReceived() {
    HandoverLetter letter = enqueue(1);
    receiver.behave((filed, response) -> response.setStatus(202));
    sender(PATIENT).run();
    assertThat(world.told).containsExactly("1 sent");

    world.outbox.receive(read(new FhirReceipts().write(receipt(letter, ReceiptCode.SUCCESS))));
    sender(PATIENT).run();

    assertThat(world.told).containsExactly("1 sent", "1 received by The practice's system");
  }

  @ParameterizedTest
  @CsvSource({
    "PATIENT_NOT_KNOWN, 200",
    "PATIENT_LEFT, 200",
    "PATIENT_DECEASED, 422",
    "ORGANISATION_NOT_KNOWN, 400"
  })
  void deliver_refusedWithACode_isAnExceptionInTheReceiversWords(ReceiptCode code, int status) {
    HandoverLetter letter = enqueue(1);
    receiver.behave(
        (filed, response) -> FhirReceiver.receipt(response, status, receipt(filed, code)));

    sender(PATIENT).run();

    assertThat(world.told).containsExactly("1 refused");
    assertThat(fault(letter)).isEqualTo(code.display());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 410, 422})
  void deliver_receiverCallsItOurFault_isDeadAtOnce(int status) {
    enqueue(1);
    receiver.behave((filed, response) -> response.setStatus(status));

    sender(PATIENT).run();

    assertThat(world.told).containsExactly("1 dead");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 408, 425, 429, 500, 502, 503, 504})
  void deliver_receiverCannotJustNow_isTriedAgain(int status) {
    HandoverLetter letter = enqueue(1);
    receiver.behave((filed, response) -> response.setStatus(status));
    Sender sender = sender(PATIENT);
    sender.run();
    receiver.behave(this::ok);
    world.clock.pass(OutboxWorld.POLICY.longest());

    sender.run();

    assertThat(world.told).containsExactly("1 received by The practice's system");
    assertThat(receiver.shown.keySet()).containsExactly(letter.head().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Sign in</body></html>",
        "{\"resourceType\": \"Patient\"}",
        "{\"resourceType\": \"Bundle\", \"type\": \"message\"}",
        "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"severity\": \"error\", \"code\": \"processing\"}]}",
        "nothing of the kind"
      })
  void deliver_answeredWithNonsense_isNotTakenForAReceipt(String nonsense) {
    HandoverLetter letter = enqueue(1);
    receiver.behave((filed, response) -> FhirReceiver.body(response, 200, nonsense));

    sender(PATIENT).run();

    assertThat(world.told).isEmpty();
    assertThat(fault(letter)).isEqualTo("HTTP 200 with an answer that is no receipt.");
  }

  @Test
  void deliver_receiptOfAnotherMessage_isNotTakenForThisOne() {
    HandoverLetter letter = enqueue(1);
    receiver.behave(
        (filed, response) ->
            FhirReceiver.receipt(
                response,
                200,
                new Receipt(
                    UUID.randomUUID(),
                    new UUID(4, 4),
                    ReceiptCode.SUCCESS,
                    OutboxWorld.NOW,
                    "Somebody",
                    Optional.empty())));

    sender(PATIENT).run();

    assertThat(world.told).isEmpty();
    assertThat(fault(letter)).isEqualTo("The receiver answered about another message.");
  }

  @Test
  void deliver_answerLostAndTheRepeatCalledADuplicate_isReceived() {
    HandoverLetter letter = enqueue(1);
    receiver.behave((filed, response) -> over.await());
    sender(HASTY).run();
    receiver.behave(
        (filed, response) ->
            FhirReceiver.body(
                response,
                409,
                "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"severity\": \"error\", \"code\": \"duplicate\"}]}"));
    world.clock.pass(OutboxWorld.POLICY.longest());

    sender(PATIENT).run();

    assertThat(world.told).containsExactly("1 received by ZZ902");
    assertThat(receiver.shown.keySet()).containsExactly(letter.head().id());
  }

  @Test
  void deliver_connectionBreaks_isTriedAgainInOrder() throws Exception {
    HandoverLetter first = enqueue(1);
    HandoverLetter second = enqueue(1);
    HttpChannel.Endpoint gone = receiver.endpoint();
    receiver.stop();
    sender(PATIENT, gone).run();
    assertThat(world.told).isEmpty();

    receiver = new FhirReceiver(this::ok);
    world.clock.pass(OutboxWorld.POLICY.longest());
    sender(PATIENT).run();

    assertThat(receiver.arrived).containsExactly(first.head().id(), second.head().id());
    assertThat(world.told).hasSize(2);
  }

  @Test
  void deliver_connectionCutInTheMiddleOfTheReceipt_isSentAgainAndShownOnce() {
    HandoverLetter letter = enqueue(1);
    receiver.behave(
        (filed, response) -> {
          byte[] whole = new FhirReceipts().write(receipt(filed, ReceiptCode.SUCCESS));
          response.setContentType("application/fhir+json");
          response.setContentLength(whole.length);
          response.getOutputStream().write(whole, 0, whole.length / 2);
          response.flushBuffer();
          throw new IOException("The line is cut.");
        });

    sender(PATIENT).run();
    assertThat(world.told).isEmpty();
    assertThat(fault(letter)).startsWith("No connection, or it broke");

    receiver.behave(this::ok);
    world.clock.pass(OutboxWorld.POLICY.longest());
    sender(PATIENT).run();

    assertThat(receiver.arrived).hasSize(2);
    assertThat(receiver.shown.keySet()).containsExactly(letter.head().id());
    assertThat(world.told).containsExactly("1 received by The practice's system");
  }

  @Test
  void deliver_sentElsewhereByARedirection_goesNowhereElse() throws Exception {
    FhirReceiver elsewhere = new FhirReceiver(this::ok);
    try {
      HandoverLetter letter = enqueue(1);
      receiver.behave(
          (filed, response) -> {
            response.setStatus(307);
            response.setHeader("Location", elsewhere.endpoint().uri().toString());
          });

      sender(PATIENT).run();

      assertThat(elsewhere.arrived).isEmpty();
      assertThat(fault(letter)).isEqualTo("HTTP 307.");
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void deliver_answerWithoutEnd_isGivenUp() throws Exception {
    HandoverLetter letter = enqueue(1);
    receiver.behave(
        (filed, response) -> {
          byte[] part = new byte[65_536];
          for (int i = 0; i < 64 && over.getCount() > 0; i++) {
            response.getOutputStream().write(part);
          }
        });

    sender(PATIENT).run();

    assertThat(world.told).isEmpty();
    assertThat(fault(letter)).startsWith("No connection, or it broke");
  }

  @Test
  void deliver_addressNobodyKnows_isDeadAndCallsNobody() {
    HandoverLetter letter = letter(1);
    OutgoingMessage message = message(letter, new Address("http", "ZZ999"));
    world.outbox.enqueue(message, new FhirLetters().write(letter));

    sender(PATIENT).run();

    assertThat(world.told).containsExactly("1 dead");
    assertThat(receiver.arrived).isEmpty();
  }

  private void ok(HandoverLetter filed, HttpServletResponse response) throws IOException {
    FhirReceiver.receipt(response, 200, receipt(filed, ReceiptCode.SUCCESS));
  }

  private static Receipt receipt(HandoverLetter letter, ReceiptCode code) {
    return new Receipt(
        DerivedId.of("test-receipt", letter.head().id().toString(), code.name()),
        letter.head().id(),
        code,
        OutboxWorld.NOW,
        "The practice's system",
        Optional.empty());
  }

  private static Receipt read(byte[] body) {
    return ((ReceiptReading.Understood) new FhirReceipts().read(body)).receipt();
  }

  private HandoverLetter enqueue(int patient) {
    HandoverLetter letter = letter(patient);
    world.outbox.enqueue(message(letter, PRACTICE), new FhirLetters().write(letter));
    return letter;
  }

  private OutgoingMessage message(HandoverLetter letter, Address address) {
    OutgoingMessage made = world.message(letter.head().about().patient(), address);
    return new OutgoingMessage(
        letter.head().id(), made.about(), made.kind(), made.address(), made.obligation());
  }

  private HandoverLetter letter(int patient) {
    HandoverLetter sample =
        SampleLetters.of(Disposition.COMMUNITY, PracticeRequest.Kind.ACTION_REQUESTED);
    LetterHead head = sample.head();
    return new HandoverLetter(
        new LetterHead(
            UUID.randomUUID(),
            new CaseReference(world.area.value(), 1, patient),
            head.from(),
            head.to(),
            head.writtenAt(),
            head.author()),
        sample.patient(),
        sample.visit(),
        sample.clinical(),
        sample.outcome(),
        sample.request());
  }

  private String fault(HandoverLetter letter) {
    return world.outbox.find(letter.head().id()).orElseThrow().fault().orElse("");
  }

  private Sender sender(Duration within) {
    return sender(within, receiver.endpoint());
  }

  private Sender sender(Duration within, HttpChannel.Endpoint endpoint) {
    return world.sender(channel(within, endpoint));
  }

  private HttpChannel channel(Duration within, HttpChannel.Endpoint endpoint) {
    return new HttpChannel(
        "http", Map.of(PRACTICE.to(), endpoint), new FhirReceipts(), within, world.clock);
  }
}

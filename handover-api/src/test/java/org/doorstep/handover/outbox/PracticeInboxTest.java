package org.doorstep.handover.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.fhir.Profiles;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterHead;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.practice.InboxChannel;
import org.doorstep.handover.practice.PracticeInbox;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.handover.receipt.ReceiptReading;
import org.doorstep.handover.sample.SampleLetters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE: a practice finds each handover once in its inbox, and says what became of it. */
@ExtendWith(OutboxStand.Provided.class)
class PracticeInboxTest {
  private static final String PRACTICE = "ZZ902";

  private OutboxWorld world;
  private PracticeInbox inbox;

  @BeforeEach
  void begin(OutboxStand stand) {
    world = new OutboxWorld(stand);
    inbox = inbox(stand, PRACTICE);
  }

  @Test
  void run_handoverToTheInbox_isReceivedAndReadBackWhole() {
    HandoverLetter letter = letter();
    enqueue(letter);

    world.sender(new InboxChannel(inbox)).run();

    assertThat(world.told).containsExactly("1 received by " + letter.head().to().name());
    assertThat(inbox.list(PRACTICE, 10))
        .singleElement()
        .satisfies(arrived -> assertThat(arrived.kind()).isEqualTo("ACTION_REQUESTED"));
    assertThat(inbox.findLetter(PRACTICE, letter.head().id())).contains(letter);
    assertThat(inbox.findLetter("ZZ999", letter.head().id())).isEmpty();
  }

  @Test
  void findLetter_onlyOnItsWay_isNotThere() {
    HandoverLetter letter = letter();

    enqueue(letter);

    assertThat(inbox.findLetter(PRACTICE, letter.head().id())).isEmpty();
  }

  @Test
  void markRead_byAnotherPractice_changesNothing() {
    HandoverLetter letter = letter();
    inbox.receive(letter.head().id(), new FhirLetters().write(letter));

    inbox.markRead("ZZ999", letter.head().id(), "other");
    assertThat(inbox.find(PRACTICE, letter.head().id()).orElseThrow().readAt()).isEmpty();
    inbox.markRead(PRACTICE, letter.head().id(), "gp1");

    assertThat(inbox.find(PRACTICE, letter.head().id()).orElseThrow().readAt())
        .contains(OutboxWorld.NOW);
  }

  @Test
  void receive_sameMessageAgain_isThereOnceAndCalledADuplicate() {
    HandoverLetter letter = letter();
    byte[] message = new FhirLetters().write(letter);

    Receipt first = inbox.receive(letter.head().id(), message);
    Receipt second = inbox.receive(letter.head().id(), message);

    assertThat(first.code()).isEqualTo(ReceiptCode.SUCCESS);
    assertThat(second.code()).isEqualTo(ReceiptCode.DUPLICATE);
    assertThat(inbox.list(PRACTICE, 10)).hasSize(1);
  }

  @Test
  void receive_whatIsNoHandover_isRefusedWithACode(OutboxStand stand) {
    HandoverLetter letter = letter();
    byte[] message = new FhirLetters().write(letter);
    byte[] nonsense = "<html/>".getBytes(StandardCharsets.UTF_8);

    assertThat(inbox.receive(letter.head().id(), nonsense).code())
        .isEqualTo(ReceiptCode.UNREADABLE);
    assertThat(inbox.receive(new UUID(1, 2), message).code())
        .isEqualTo(ReceiptCode.PAYLOAD_INVALID);
    assertThat(inbox(stand, "ZZ999").receive(letter.head().id(), message).code())
        .isEqualTo(ReceiptCode.ORGANISATION_NOT_KNOWN);
    assertThat(inbox.list(PRACTICE, 10)).isEmpty();
  }

  @Test
  void run_practiceUnknownThenRetried_isRefusedEachTime(OutboxStand stand) {
    HandoverLetter letter = letter();
    enqueue(letter);
    Sender sender = world.sender(new InboxChannel(inbox(stand, "ZZ999")));
    sender.run();

    world.outbox.retry(letter.head().id());
    sender.run();

    assertThat(world.told).containsExactly("1 refused", "1 refused");
    assertThat(world.outbox.listExceptions(10)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(ReceiptCode.class)
  void receipt_everyCode_isValidAndReadsBack(ReceiptCode code) {
    Receipt receipt =
        new Receipt(
            new UUID(5, code.name().length()),
            new UUID(6, 6),
            code,
            OutboxWorld.NOW,
            "Hop Kiln Surgery (invented)",
            Optional.of("Filed by the morning team"));
    byte[] message = new FhirReceipts().write(receipt);

    assertThat(new FhirReceipts().read(message)).isEqualTo(new ReceiptReading.Understood(receipt));
    assertThat(Profiles.listFaults(message)).isEmpty();
  }

  private PracticeInbox inbox(OutboxStand stand, String practice) {
    return new PracticeInbox(
        stand.database.dataSource(),
        stand.record,
        world.area,
        new FhirLetters(),
        practice::equals,
        world.clock);
  }

  private void enqueue(HandoverLetter letter) {
    OutgoingMessage made = world.message(1, new Address(InboxChannel.NAME, PRACTICE));
    world.outbox.enqueue(
        new OutgoingMessage(
            letter.head().id(), made.about(), made.kind(), made.address(), made.obligation()),
        new FhirLetters().write(letter));
  }

  private HandoverLetter letter() {
    HandoverLetter sample = SampleLetters.of(Disposition.TREAT_AT_SCENE, Kind.ACTION_REQUESTED);
    LetterHead head = sample.head();
    return new HandoverLetter(
        new LetterHead(
            UUID.randomUUID(),
            new CaseReference(world.area.value(), 1, 1),
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
}

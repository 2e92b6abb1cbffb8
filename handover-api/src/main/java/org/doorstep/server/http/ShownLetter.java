package org.doorstep.server.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.EarlyWarning;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterPatient;
import org.doorstep.handover.letter.LetterSection;
import org.doorstep.handover.letter.LetterWords;
import org.doorstep.handover.letter.NhsIdentity;
import org.doorstep.handover.letter.PracticeRequest.Action;
import org.doorstep.handover.letter.Withdrawal;
import org.doorstep.handover.practice.PracticeInbox.Arrived;

/** A letter as a practice reads it: what is asked first, then sections in lines. */
record ShownLetter(
    Entry entry, Person patient, Asked asked, Score score, List<LetterSection> sections) {
  ShownLetter {
    sections = List.copyOf(sections);
  }

  /** A letter in the list of the inbox. */
  record Entry(
      UUID id,
      PatientId patient,
      Optional<String> name,
      String kind,
      Arrival arrival,
      Optional<String> state,
      Optional<Withdrawal.Reason> withdrawn) {
    static Entry of(
        Arrived arrived,
        PatientId about,
        Optional<String> name,
        Optional<Handover> owed,
        Optional<String> state) {
      return new Entry(
          arrived.id(),
          about,
          name,
          arrived.kind(),
          new Arrival(
              arrived.at(),
              owed.flatMap(handover -> handover.terms().dueAt()),
              arrived.dueOn().map(LocalDate::toString),
              arrived.readAt()),
          state,
          arrived.withdrawn());
    }

    @Override
    public String toString() {
      return "Entry[masked]";
    }
  }

  /** When it came, by when it must be answered, and when it was first opened. */
  record Arrival(
      Instant receivedAt,
      Optional<Instant> dueAt,
      Optional<String> dueOn,
      Optional<Instant> readAt) {}

  /** Who it is, as far as the letter says. */
  record Person(
      Optional<String> name,
      Optional<String> birthDate,
      Optional<Integer> ageYears,
      Optional<String> nhsNumber,
      Optional<NhsIdentity.Status> nhsNumberStatus) {
    static Person of(LetterPatient patient) {
      return new Person(
          patient.name().map(name -> name.given() + " " + name.family()),
          patient.birthDate().map(LocalDate::toString),
          patient.ageYears(),
          patient.nhs().map(NhsIdentity::number),
          patient.nhs().map(NhsIdentity::status));
    }

    @Override
    public String toString() {
      return "Person[masked]";
    }
  }

  /** What the practice is to do, who wrote it, and what was decided. */
  record Asked(
      List<ShownAction> actions, String decision, String author, String from, Instant writtenAt) {
    static Asked of(HandoverLetter letter) {
      return new Asked(
          letter.request().actions().stream().map(ShownAction::of).toList(),
          letter.outcome().disposition().words(),
          LetterWords.person(letter.head().author()),
          letter.head().from().name(),
          letter.head().writtenAt());
    }
  }

  /** One thing to do, with the last day on which it helps. */
  record ShownAction(String what, String by, Optional<String> why) {
    static ShownAction of(Action action) {
      return new ShownAction(action.what(), action.by().toString(), action.why());
    }
  }

  /** NEWS2 over time; a round that was not complete has no total. */
  record Score(List<Round> rounds, Clinical.Trend trend) {
    static Score of(Clinical clinical) {
      return new Score(
          clinical.observations().stream()
              .map(set -> new Round(set.at(), set.score().flatMap(EarlyWarning::total)))
              .toList(),
          clinical.trend());
    }
  }

  /** One round of observations. */
  record Round(Instant at, Optional<Integer> total) {}

  static ShownLetter of(Entry entry, HandoverLetter letter) {
    return new ShownLetter(
        entry,
        Person.of(letter.patient()),
        Asked.of(letter),
        Score.of(letter.clinical()),
        LetterSection.list(letter));
  }

  @Override
  public String toString() {
    return "ShownLetter[masked]";
  }
}

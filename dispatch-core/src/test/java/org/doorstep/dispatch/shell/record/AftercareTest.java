package org.doorstep.dispatch.shell.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Findings;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.protocol.FollowUpIf;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: a record keeps what follows in each way in which care can happen and what was offered
 * beyond the incident; records of before that stay readable, and no patient's words leak.
 */
class AftercareTest {
  private static final Assessment NOTHING_ASKED =
      new Assessment(
          new PatientFacts(Optional.of(80), Optional.of(false), Optional.empty()),
          List.of(),
          new Findings(List.of(), List.of()),
          Optional.empty(),
          Optional.empty());

  private static final Aftercare.Offer OFFER =
      new Aftercare.Offer(
          new ServiceId("STOP-SMOKING"),
          CareNeed.STOP_SMOKING,
          Aftercare.Answer.DECLINED,
          Optional.of("Thinking of stopping?"));

  @Test
  void decided_everyWay_keepsWhatFollowsAndWhichRowSaysSo() {
    AssessmentDetails details = AssessmentDetails.decided(ProtocolFiles.westKent(), NOTHING_ASKED);

    assertThat(details.followUps().orElseThrow())
        .extracting(FollowUpIf::chosen)
        .containsExactly(Disposition.values());
    assertThat(rowOf(details, Disposition.ACUTE)).isEqualTo("F10 FOR_INFORMATION 24 false");
    assertThat(rowOf(details, Disposition.TREAT_AT_SCENE))
        .isEqualTo("F90 ACTION_REQUESTED 24 true");
    assertThat(AssessmentDetails.of(details.toJson())).isEqualTo(details);
  }

  private static String rowOf(AssessmentDetails details, Disposition chosen) {
    return details.followUps().orElseThrow().stream()
        .filter(each -> each.chosen() == chosen)
        .map(
            each ->
                "%s %s %d %b"
                    .formatted(
                        each.reason().row(),
                        each.terms().kind(),
                        each.terms().withinHours(),
                        each.terms().callBack()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void proposed_amongTheWays_isTheSameAsTheResultSays() {
    AssessmentDetails details = AssessmentDetails.decided(ProtocolFiles.westKent(), NOTHING_ASKED);

    assertThat(details.followUps().orElseThrow())
        .filteredOn(each -> each.chosen() == details.result().disposition())
        .extracting(FollowUpIf::terms)
        .containsExactly(details.result().onward().orElseThrow().followUp());
    assertThat(details.result().onward().orElseThrow().followUp().kind())
        .isEqualTo(HandoverTerms.Kind.FOR_INFORMATION);
  }

  @Test
  void assessment_keptBeforeThat_isReadWithoutIt() {
    AssessmentDetails details = AssessmentDetails.decided(ProtocolFiles.westKent(), NOTHING_ASKED);
    AssessmentDetails before =
        new AssessmentDetails(details.assessment(), details.result(), Optional.empty());

    assertThat(new String(before.toJson(), UTF_8)).doesNotContain("followUps");
    assertThat(AssessmentDetails.of(before.toJson()).followUps()).isEmpty();
  }

  @Test
  void words_withOffers_areReadAsWritten_andWordsOfBeforeToo() {
    CareWords words = CareWords.of("{\"summary\":\"Fall\",\"author\":\"A\"}".getBytes(UTF_8));
    assertThat(words.aftercare()).isEmpty();
    CareWords signed =
        new CareWords(
            words.summary(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            words.author(),
            Optional.of(new Aftercare(List.of(OFFER), Optional.of(true))));

    assertThat(CareWords.of(signed.toJson())).isEqualTo(signed);
    assertThat(signed.by("B").aftercare()).isEqualTo(signed.aftercare());
    assertThat(signed + " " + signed.aftercare().orElseThrow()).doesNotContain("Thinking", "STOP");
  }

  @Test
  void offers_moreThanAnybodyListensTo_areRefused() {
    List<Aftercare.Offer> many = Collections.nCopies(Aftercare.OFFERS_MAX + 1, OFFER);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Aftercare(many, Optional.empty()))
        .withMessageContaining("11");
  }
}

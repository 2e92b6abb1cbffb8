package org.doorstep.handover.bars;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Position;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.doorstep.handover.fhir.AnswerValidator;
import org.doorstep.handover.fhir.FhirTranslator;
import org.doorstep.handover.fhir.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** FEATURE: whatever bytes arrive, they are read for what they are worth or refused in words. */
class BarsReadingTest {
  private static final FhirTranslator TRANSLATOR = new FhirTranslator();
  private final SampleMessage message = new SampleMessage();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/fhir+xml",
        "application/xml",
        "text/plain",
        "application/fhir+json",
        ""
      })
  void read_sameContentInBothSyntaxes_isTheSameMessageWhateverTheTypeSays(String contentType) {
    BarsMessage json = understood(message.json(), contentType);
    BarsMessage xml = understood(Xml.of(message.json()), contentType);

    assertThat(xml).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
  void read_xmlInAnotherEncoding_isRead(String charset) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"%s\"?>%s".formatted(charset, Xml.of(message.json()));

    BarsReading reading = read(xml.getBytes(Charset.forName(charset)), "");

    assertThat(reading).isInstanceOf(BarsReading.Understood.class);
  }

  @Test
  void read_byteOrderMark_isSkipped() {
    assertThat(read(("\uFEFF" + message.json()).getBytes(StandardCharsets.UTF_8), ""))
        .isInstanceOf(BarsReading.Understood.class);
    assertThat(read(("\uFEFF" + Xml.of(message.json())).getBytes(StandardCharsets.UTF_8), ""))
        .isInstanceOf(BarsReading.Understood.class);
  }

  @Test
  void read_externalEntity_isRefusedUnresolved() {
    BarsFault fault =
        refused(
            "<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"&x;\"/></Bundle>");

    assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(fault.sentence()).contains("DOCTYPE");
  }

  @Test
  void read_entityBomb_isRefusedUnresolved() {
    assertThat(
            refused(
                    "<!DOCTYPE b [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                        + "<Bundle xmlns=\"http://hl7.org/fhir\">&b;</Bundle>")
                .kind())
        .isEqualTo(Kind.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body><p>Bad gateway</body></html>",
        "<html>",
        "hello",
        "[]",
        "null",
        "{}",
        "{\"resourceType\": \"Bundle\"",
        "{\"resourceType\": \"Nonsense\"}",
        "{\"resourceType\": 7}",
        "<Nonsense xmlns=\"http://hl7.org/fhir\"/>",
        "<Bundle xmlns=\"http://hl7.org/fhir\"><type",
        "<Bundle/>",
        "{\"resourceType\": \"Bundle\"} {}",
        "\u0000\u0001\u0002"
      })
  void read_notAMessage_isRefusedWithAValidOutcome(String body) {
    BarsReading reading = read(body.getBytes(StandardCharsets.UTF_8), "application/fhir+xml");

    assertThat(reading).isInstanceOf(BarsReading.Refused.class);
    BarsFault fault = ((BarsReading.Refused) reading).fault();
    assertThat(fault.kind().httpStatus()).isEqualTo(400);
    for (BarsSyntax syntax : BarsSyntax.values()) {
      assertThat(AnswerValidator.listErrors(TRANSLATOR.refuse(syntax, fault))).isEmpty();
    }
  }

  @Test
  void read_everyTruncation_neverThrows() {
    String json = message.json();
    String xml = Xml.of(json);
    for (int end = 0; end < json.length(); end += 97) {
      assertThat(refused(json.substring(0, end)).kind().httpStatus()).isEqualTo(400);
    }
    for (int end = 0; end < xml.length(); end += 97) {
      assertThat(refused(xml.substring(0, end)).kind().httpStatus()).isEqualTo(400);
    }
  }

  @Test
  void read_tooLargeOrTooDeep_isRefused() {
    assertThat(refused(" ".repeat(FhirTranslator.BODY_BYTES_MAX) + "{}").kind())
        .isEqualTo(Kind.TOO_LARGE);
    assertThat(refused("{\"a\":".repeat(20_000)).kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(refused("<a>".repeat(20_000)).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void read_singleResource_saysWhatIsExpected() {
    BarsFault fault = refused("{\"resourceType\": \"Flag\", \"status\": \"active\"}");

    assertThat(fault.kind()).isEqualTo(Kind.NOT_PROCESSABLE);
    assertThat(fault.sentence()).contains("A single Flag was posted", "Bundle of type message");
  }

  @Test
  void read_bundleWithoutHeaderEventOrRequest_namesWhatIsMissing() {
    assertThat(refused("{\"resourceType\": \"Bundle\", \"type\": \"collection\"}").sentence())
        .contains("of type collection", "no MessageHeader");
    message.event = " ";
    assertThat(refused(message.json()).where()).hasValue("Bundle.entry[0].resource.event");
    message.event = "servicerequest-request";
    assertThat(refused(message.json().replace("\"ServiceRequest\"", "\"DeviceRequest\"")).where())
        .hasValue("Bundle.entry[0].resource.focus");
  }

  @Test
  void read_answerToARequest_isKeptForWhoeverAsked() {
    message.event = "servicerequest-response";

    BarsReading reading =
        TRANSLATOR.read(message.json().getBytes(StandardCharsets.UTF_8), Optional.empty());

    assertThat(reading).isInstanceOf(BarsReading.Answered.class);
  }

  @ParameterizedTest
  @CsvSource({
    "booking-request, NOT_SUPPORTED",
    "Booking-Response, NOT_SUPPORTED",
    "something-else, NOT_SUPPORTED"
  })
  void read_otherEvent_isRefusedByKind(String event, Kind kind) {
    message.event = event;

    assertThat(refused(message.json()).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "C1, C1",
    "c5, C5",
    "C4T, C4",
    "HCP1, HCP1",
    "HP4T, HCP4",
    "HCP4T, HCP4",
    "IFT2, IFT2"
  })
  void read_priorityCode_isACategory(String code, Category category) {
    message.category = code;

    assertThat(understood(message.json(), "").content().category()).hasValue(category);
  }

  @Test
  void read_priorityCodeOfNoStandard_isNotedAndLeftOpen() {
    message.category = "C9";

    BarsMessage read = understood(message.json(), "");

    assertThat(read.content().category()).isEmpty();
    assertThat(read.notes()).extracting(BarsNote::code).contains("category-unknown");
  }

  @Test
  void read_otherPlacesBeside_areNotTheIncidents() {
    message.position = "";
    message.extra.add(SampleMessage.location("l2", "CLOC", SampleMessage.TONBRIDGE));
    message.extra.add(SampleMessage.location("l3", "RLOC", SampleMessage.TONBRIDGE));

    BarsMessage read = understood(message.json(), "");

    assertThat(read.content().place().position()).isEmpty();
    assertThat(read.content().place().flags()).containsExactly(Flag.PLACE_MISSING);
    assertThat(read.content().words().lines())
        .contains("Caller's place: CLOC place", "Rendezvous: RLOC place");
    assertThat(read.notes()).extracting(BarsNote::code).contains("reference-dangling");
  }

  @Test
  void read_incidentPlaceNobodyPointsAt_isFoundByItsType() {
    message.position = "";
    message.extra.add(SampleMessage.location("l9", "ILOC", SampleMessage.TONBRIDGE));

    assertThat(understood(message.json(), "").content().place().position())
        .hasValue(new Position(51.195, 0.275));
  }

  @ParameterizedTest
  @CsvSource({
    "SS, U, SCENE_UNSAFE", "SS, UNK, SCENE_SAFETY_UNKNOWN", "SS, nonsense, SCENE_SAFETY_UNKNOWN",
    "SG, x, SAFEGUARDING", "RT, x, RESPECT_PLAN", "IR, x, INFECTION",
    "RA, x, REASONABLE_ADJUSTMENT", "RC, x, REPEAT_CALLER", "CW, x, CALL_WARNING",
    "AC, x, AGENCY_CONTACTED", "rs, x, SERVICES_REJECTED"
  })
  void read_flag_isOurs(String category, String code, Flag flag) {
    message.extra.add(SampleMessage.flag(category, code));

    assertThat(understood(message.json(), "").content().flags()).containsExactly(flag);
  }

  @Test
  void read_safeSceneOrUnknownFlag_warnsOfNothing() {
    message.extra.add(SampleMessage.flag("SS", "S"));
    message.extra.add(SampleMessage.flag("XX", "x"));

    BarsMessage read = understood(message.json(), "");

    assertThat(read.content().flags()).isEmpty();
    assertThat(read.content().sceneSaid()).isTrue();
    assertThat(read.notes()).extracting(BarsNote::code).contains("flag-unknown");
  }

  @Test
  void read_wrongTypesInside_areLeftOutAndNoted() {
    String odd =
        message
            .json()
            .replace("\"1950-02-01\"", "\"long ago\"")
            .replace("\"gender\": \"female\"", "\"gender\": \"purple\"")
            .replace("\"latitude\": 51.195", "\"latitude\": \"north\"")
            .replace("\"status\": \"triaged\"", "\"status\": {\"a\": 1}");

    BarsMessage read = understood(odd, "");

    assertThat(read.content().place().flags()).containsExactly(Flag.PLACE_MISSING);
    assertThat(read.content().people().patients().get(0).ageYears()).isEmpty();
    assertThat(read.notes()).extracting(BarsNote::code).contains("value-invalid");
  }

  @Test
  void read_oddMessage_leavesNoPatientInLogNotesOrToString() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    root.addAppender(seen);
    root.setLevel(Level.INFO);
    try {
      String odd =
          message
              .json()
              .replace("\"1950-02-01\"", "\"Ann Example was born then\"")
              .replace("\"gender\": \"female\"", "\"gender\": \"Ann Example\"")
              .replace("\"resourceType\": \"Encounter\"", "\"resourceType\": \"Ann Example\"");
      BarsReading reading = read(odd.getBytes(StandardCharsets.UTF_8), "");
      BarsReading other =
          read(message.json().replace("1950-02-01", "Ann").getBytes(StandardCharsets.UTF_8), "");

      assertThat(reading.toString()).doesNotContain("Ann", "Example");
      assertThat(other.toString()).doesNotContain("Ann", "Example", "9476719931");
      assertThat(seen.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    } finally {
      root.detachAppender(seen);
      root.setLevel(before);
    }
  }

  @Test
  void warmUp_anyTime_changesNothing() {
    BarsMessage before = understood(message.json(), "");
    TRANSLATOR.warmUp();

    assertThat(understood(message.json(), "")).isEqualTo(before);
  }

  private static BarsReading read(byte[] body, String contentType) {
    return TRANSLATOR.read(body, Optional.of(contentType).filter(type -> !type.isEmpty()));
  }

  private static BarsMessage understood(String body, String contentType) {
    BarsReading reading = read(body.getBytes(StandardCharsets.UTF_8), contentType);
    assertThat(reading).isInstanceOf(BarsReading.Understood.class);
    return ((BarsReading.Understood) reading).message();
  }

  private static BarsFault refused(String body) {
    BarsReading reading = read(body.getBytes(StandardCharsets.UTF_8), "");
    assertThat(reading).isInstanceOf(BarsReading.Refused.class);
    return ((BarsReading.Refused) reading).fault();
  }

  @Test
  void answer_anyFault_isAValidOutcomeWithTheStandardsCodes() {
    for (Kind kind : List.of(Kind.values())) {
      String body = TRANSLATOR.refuse(BarsSyntax.JSON, BarsFault.at(kind, "Bundle", "Said."));

      assertThat(AnswerValidator.listErrors(body)).isEmpty();
      assertThat(body).contains(kind.issue(), kind.error());
    }
  }
}

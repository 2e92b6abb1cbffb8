package org.doorstep.server.summary;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.doorstep.handover.gp.AnswerPage;
import org.doorstep.handover.gp.PatientSummary;
import org.doorstep.handover.gp.RecordedPatient;
import org.doorstep.handover.gp.SectionKind;
import org.doorstep.handover.gp.SummaryDraft;
import org.doorstep.handover.gp.SummaryFault;
import org.doorstep.handover.gp.SummaryTranslator;
import org.doorstep.handover.gp.UntrustedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one patient: who it is, then everything, or one search for each kind where the
 * service does not offer that. Ends at the deadline with what is good by then; ends with nothing as
 * soon as anything is of somebody else.
 *
 * <p>Confined to the context that has made it; parsing is done by workers.
 */
final class RecordReading {
  private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number|";
  private static final int PAGES_MAX = 5;
  private static final int ITEMS_ASKED = 200;
  private static final Map<String, SectionKind> SEARCHES = searches();

  private final Vertx vertx;
  private final RecordService service;
  private final RecordClient client;
  private final SummaryTranslator translator;
  private final String nhsNumber;
  private final OpenRequests open = new OpenRequests();
  private final Map<SectionKind, Integer> unfinished = new EnumMap<>(SectionKind.class);
  private final Promise<Read> done = Promise.promise();
  private boolean anything;

  // Set once it is known whom the service means.
  private @Nullable SummaryDraft draft;

  /**
   * What a reading has come to.
   *
   * @param fault why there is no summary
   */
  record Read(Optional<PatientSummary> summary, Optional<SummaryFault> fault) {
    static Read of(PatientSummary summary) {
      return new Read(Optional.of(summary), Optional.empty());
    }

    static Read failed(SummaryFault fault) {
      return new Read(Optional.empty(), Optional.of(fault));
    }
  }

  RecordReading(
      Vertx vertx,
      RecordService service,
      RecordClient client,
      SummaryTranslator translator,
      String nhsNumber) {
    this.vertx = vertx;
    this.service = service;
    this.client = client;
    this.translator = translator;
    this.nhsNumber = nhsNumber;
  }

  /** Begins; what comes back never fails. */
  Future<Read> start() {
    long timer = vertx.setTimer(service.deadline().toMillis(), id -> expire());
    String identifier = URLEncoder.encode(NHS_NUMBER + nhsNumber, StandardCharsets.UTF_8);
    var unused =
        client
            .get(address("/Patient?identifier=" + identifier), open)
            .compose(
                answer ->
                    parse(
                        () ->
                            translator.findPatient(
                                answer.body().getBytes(), answer.contentType(), nhsNumber)))
            .compose(this::read)
            .onComplete(
                result ->
                    done.tryComplete(
                        result.succeeded()
                            ? Read.of(result.result())
                            : Read.failed(fault(result.cause()))));
    return done.future()
        .onComplete(
            read -> {
              vertx.cancelTimer(timer);
              open.drop();
            });
  }

  private Future<PatientSummary> read(Optional<RecordedPatient> found) {
    if (found.isEmpty()) {
      return Future.failedFuture(new UntrustedAnswer(SummaryFault.UNKNOWN_PATIENT));
    }
    RecordedPatient patient = found.get();
    SummaryDraft begun = new SummaryDraft(patient);
    draft = begun;
    for (SectionKind each : SectionKind.values()) {
      unfinished.put(each, 1);
    }
    List<SectionKind> all = List.of(SectionKind.values());
    return pages(begun, patient, address("/Patient/" + patient.id() + "/$everything"), all, 1)
        .recover(fault -> isNotOffered(fault) ? search(begun, patient) : Future.failedFuture(fault))
        .map(end -> begun.summary());
  }

  /** Whether the service may know the patient well and only not answer that question. */
  private boolean isNotOffered(Throwable fault) {
    SummaryFault why = fault(fault);
    return why == SummaryFault.ODD_STATUS || why == SummaryFault.OUTCOME_INSTEAD;
  }

  private Future<Void> search(SummaryDraft begun, RecordedPatient patient) {
    unfinished.clear();
    SEARCHES.values().forEach(section -> unfinished.merge(section, 1, Integer::sum));
    List<SummaryFault> failed = new ArrayList<>();
    List<Future<Void>> searches = new ArrayList<>();
    SEARCHES.forEach(
        (kind, section) ->
            searches.add(
                pages(
                        begun,
                        patient,
                        address(
                            "/%s?patient=%s&_count=%d".formatted(kind, patient.id(), ITEMS_ASKED)),
                        List.of(section),
                        1)
                    .recover(
                        fault -> {
                          SummaryFault why = fault(fault);
                          if (why.kind() == SummaryFault.Kind.MISMATCH) {
                            return Future.failedFuture(fault);
                          }
                          failed.add(why);
                          begun.fail(section, why);
                          return Future.succeededFuture();
                        })
                    .onComplete(end -> unfinished.merge(section, -1, Integer::sum))));
    // The first that is of somebody else ends it; all others are waited for.
    return Future.all(searches)
        .compose(
            end ->
                failed.size() == SEARCHES.size()
                    ? Future.failedFuture(new UntrustedAnswer(failed.get(0)))
                    : Future.succeededFuture());
  }

  /** Reads a page and those behind it. What is good before a fault stays, and says so. */
  private Future<Void> pages(
      SummaryDraft begun, RecordedPatient patient, URI from, List<SectionKind> sections, int page) {
    return client
        .get(from, open)
        .compose(
            answer ->
                parse(
                    () ->
                        translator.page(
                            answer.body().getBytes(),
                            answer.contentType(),
                            patient,
                            service.base().toString())))
        .compose(
            read -> {
              begun.add(read);
              anything |= !read.items().isEmpty();
              if (read.incomplete()) {
                fail(begun, sections, SummaryFault.OUTCOME_INSTEAD);
              }
              return follow(begun, patient, read, sections, page);
            });
  }

  private Future<Void> follow(
      SummaryDraft begun,
      RecordedPatient patient,
      AnswerPage read,
      List<SectionKind> sections,
      int page) {
    if (read.next().isEmpty()) {
      return Future.succeededFuture();
    }
    if (page >= PAGES_MAX) {
      fail(begun, sections, SummaryFault.TOO_MANY_PAGES);
      return Future.succeededFuture();
    }
    Optional<URI> next = next(read.next().get());
    if (next.isEmpty()) {
      fail(begun, sections, SummaryFault.FOREIGN_PAGE);
      return Future.succeededFuture();
    }
    return pages(begun, patient, next.get(), sections, page + 1)
        .recover(
            fault -> {
              SummaryFault why = fault(fault);
              if (why.kind() == SummaryFault.Kind.MISMATCH) {
                return Future.failedFuture(fault);
              }
              fail(begun, sections, why);
              return Future.succeededFuture();
            });
  }

  private Optional<URI> next(String named) {
    try {
      URI next = URI.create(service.base() + "/").resolve(named);
      return Optional.of(next).filter(service::isOrigin);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void fail(SummaryDraft begun, List<SectionKind> sections, SummaryFault why) {
    sections.forEach(section -> begun.fail(section, why));
  }

  /** The deadline: what is good by now is given, and what is missing is named. */
  private void expire() {
    SummaryDraft begun = draft;
    if (begun == null || !anything) {
      done.tryComplete(Read.failed(SummaryFault.TIMED_OUT));
      return;
    }
    unfinished.forEach(
        (section, count) -> {
          if (count > 0) {
            begun.fail(section, SummaryFault.TIMED_OUT);
          }
        });
    done.tryComplete(Read.of(begun.summary()));
  }

  private <T> Future<T> parse(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }

  private URI address(String path) {
    return URI.create(service.base() + path);
  }

  /** What is not expected at all is taken for an answer that cannot be read. */
  private static SummaryFault fault(Throwable cause) {
    return cause instanceof UntrustedAnswer untrusted ? untrusted.fault() : SummaryFault.UNREADABLE;
  }

  private static Map<String, SectionKind> searches() {
    Map<String, SectionKind> searches = new TreeMap<>();
    searches.put("Consent", SectionKind.PLANS);
    searches.put("CarePlan", SectionKind.PLANS);
    searches.put("Flag", SectionKind.PLANS);
    searches.put("DocumentReference", SectionKind.PLANS);
    searches.put("AllergyIntolerance", SectionKind.ALLERGIES);
    searches.put("MedicationStatement", SectionKind.MEDICINES);
    searches.put("MedicationRequest", SectionKind.MEDICINES);
    searches.put("Condition", SectionKind.PROBLEMS);
    searches.put("Encounter", SectionKind.ENCOUNTERS);
    return searches;
  }
}

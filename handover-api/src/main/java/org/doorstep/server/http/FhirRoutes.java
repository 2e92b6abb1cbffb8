package org.doorstep.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.shell.reference.Practices;
import org.doorstep.handover.fhir.FhirGpRecords;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.GpRecords;
import org.doorstep.handover.gp.GpTranslator;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.User;

/**
 * The product's own small FHIR R4 store of the patients whom practices know, to be read by those
 * who treat: by NHS number only, so that nobody leafs through it.
 */
final class FhirRoutes {
  private static final String FHIR_JSON = "application/fhir+json; charset=utf-8";
  private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number|";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final AreaId area;
  private final GpRecords records;
  private final GpTranslator fhir;

  FhirRoutes(ServedArea area) {
    this(area.id(), area.people().directory().practices(), area.people().records());
  }

  /** The records of an area's practices. */
  FhirRoutes(AreaId area, Practices practices, GpRecords records) {
    this.area = area;
    this.records = records;
    this.fhir = new FhirGpRecords(practices);
  }

  /** To be mounted behind the session check. */
  void mount(Router router) {
    router.route("/fhir/r4/Patient*").handler(this::requireTreating);
    mountReads(router);
  }

  /** To be mounted where only this process can come in. */
  void mountReads(Router router) {
    router.get("/fhir/r4/metadata").handler(this::capabilities);
    router.get("/fhir/r4/Patient").handler(this::search);
    router.get("/fhir/r4/Patient/:id").handler(context -> read(context, false));
    router
        .getWithRegex("/fhir/r4/Patient/(?<id>[^/]+)/\\$everything")
        .setName("/fhir/r4/Patient/{id}/$everything")
        .handler(context -> read(context, true));
  }

  private void capabilities(RoutingContext context) {
    Requests.blocking(context, fhir::capabilities, body -> send(context, OK, body));
  }

  private void requireTreating(RoutingContext context) {
    User user = Requests.user(context);
    boolean treats = Access.seesBoard(user) || Access.narrowedTo(user).isPresent();
    if (treats && user.isIn(area)) {
      context.next();
    } else {
      refuse(context, FORBIDDEN, "forbidden", "Your role does not include this.");
    }
  }

  private void search(RoutingContext context) {
    Optional<String> number =
        Requests.query(context, "identifier")
            .map(
                given ->
                    given.startsWith(NHS_NUMBER) ? given.substring(NHS_NUMBER.length()) : given)
            .filter(given -> given.matches("[0-9]{10}"));
    if (number.isEmpty()) {
      refuse(
          context,
          BAD_REQUEST,
          "required",
          "The parameter (identifier) must be an NHS number of ten digits.");
      return;
    }
    List<GpRecord> found = number.flatMap(records::find).stream().toList();
    Requests.blocking(context, () -> fhir.found(found), body -> send(context, OK, body));
  }

  private void read(RoutingContext context, boolean everything) {
    Optional<GpRecord> found = records.find(context.pathParam("id"));
    if (found.isEmpty()) {
      refuse(context, NOT_FOUND, "not-found", "No practice of the area knows such a patient.");
      return;
    }
    GpRecord record = found.get();
    Requests.blocking(
        context,
        () -> everything ? fhir.everything(record) : fhir.patient(record),
        body -> send(context, OK, body));
  }

  private void refuse(RoutingContext context, int status, String code, String sentence) {
    Requests.blocking(
        context, () -> fhir.refusal(code, sentence), body -> send(context, status, body));
  }

  private static void send(RoutingContext context, int status, byte[] body) {
    var unused =
        context
            .response()
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, FHIR_JSON)
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(Buffer.buffer(body));
  }
}

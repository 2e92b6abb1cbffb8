package org.doorstep.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.OpenSpan;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceEndpoint;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceTerms;
import org.doorstep.dispatch.policy.DestinationReason;
import org.doorstep.dispatch.policy.ExpectedHandover;
import org.doorstep.dispatch.policy.HandoverRules;
import org.doorstep.dispatch.policy.ServiceSearch;
import org.doorstep.dispatch.policy.ServiceStatus;
import org.doorstep.dispatch.shell.telemetry.ServiceBook;

/**
 * What a search of the directory has found, as the contract has it.
 *
 * @param asOf the moment that was asked for
 */
record ShownServices(
    Instant asOf, String note, List<ShownService> found, List<ShownRejection> rejected) {

  /** A service as one names and reaches it. */
  record Named(
      ServiceId service,
      String name,
      List<CareNeed> needs,
      String telephone,
      boolean invented,
      boolean comesToPatient) {
    static Named of(Service service) {
      return new Named(
          service.id(),
          service.name(),
          service.acceptance().needs(),
          service.contact().telephone(),
          service.contact().invented(),
          service.place().isEmpty());
    }
  }

  record ShownService(
      Named service,
      Optional<Integer> driveMillis,
      OpenSpan hours,
      ServiceStatus room,
      Optional<ExpectedHandover> handover,
      List<DestinationReason> reasons,
      List<ServiceEndpoint> endpoints,
      List<ServiceTerms.Leaflet> leaflets) {}

  record ShownRejection(
      Named service,
      DestinationReason reason,
      Optional<String> nationalCode,
      OpenSpan hours,
      ServiceStatus room) {}

  static ShownServices of(
      ServiceDirectory directory, ServiceSearch.Result result, ServiceBook.View book, Instant now) {
    return new ShownServices(
        now,
        directory.note(),
        result.found().stream()
            .flatMap(each -> shown(directory, each, book, now).stream())
            .toList(),
        result.rejected().stream().flatMap(each -> shown(directory, each).stream()).toList());
  }

  private static Optional<ShownService> shown(
      ServiceDirectory directory, ServiceSearch.Found found, ServiceBook.View book, Instant now) {
    return directory
        .find(found.service())
        .map(
            service ->
                new ShownService(
                    Named.of(service),
                    found.driveMillis(),
                    found.hours(),
                    found.status(),
                    HandoverRules.expect(
                        directory,
                        service,
                        book.findQueue(service.id()),
                        now,
                        now.plusMillis(found.driveMillis().orElse(0))),
                    found.reasons(),
                    service.contact().endpoints().orElse(List.of()),
                    service.known().leaflets().orElse(List.of())));
  }

  private static Optional<ShownRejection> shown(
      ServiceDirectory directory, ServiceSearch.Rejected rejected) {
    return directory
        .find(rejected.service())
        .map(
            service ->
                new ShownRejection(
                    Named.of(service),
                    rejected.reason(),
                    rejected.nationalCode(),
                    rejected.hours(),
                    rejected.status()));
  }
}

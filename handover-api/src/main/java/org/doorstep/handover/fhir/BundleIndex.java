package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources of one bundle, found by kind and by reference. */
final class BundleIndex {
  private final List<Resource> resources = new ArrayList<>();
  private final Map<String, Integer> byUrl = new LinkedHashMap<>();

  BundleIndex(Bundle bundle) {
    List<BundleEntryComponent> entries = bundle.getEntry();
    for (BundleEntryComponent entry : entries) {
      Resource resource = entry.getResource();
      if (resource == null) {
        continue;
      }
      int index = resources.size();
      resources.add(resource);
      if (entry.hasFullUrl()) {
        byUrl.putIfAbsent(entry.getFullUrl(), index);
      }
      String id = resource.getIdElement().getIdPart();
      if (id != null) {
        byUrl.putIfAbsent(resource.fhirType() + "/" + id, index);
        byUrl.putIfAbsent("urn:uuid:" + id, index);
      }
    }
  }

  /** All of one kind, in the bundle's order. */
  <T extends Resource> List<T> list(Class<T> kind) {
    return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All resources, in the bundle's order. */
  List<Resource> list() {
    return resources;
  }

  /** The resource that is meant, if it is in the bundle and of that kind. */
  <T extends Resource> Optional<T> find(Reference reference, Class<T> kind) {
    return findIndex(reference).map(resources::get).filter(kind::isInstance).map(kind::cast);
  }

  /** Whether a reference is set and leads nowhere. */
  boolean isDangling(Reference reference) {
    return reference.hasReference() && findIndex(reference).isEmpty();
  }

  /** The path of a resource in the bundle. */
  String path(Resource resource) {
    int index = resources.indexOf(resource);
    return index < 0 ? "Bundle" : "Bundle.entry[" + index + "].resource";
  }

  private Optional<Integer> findIndex(Reference reference) {
    String given = reference.getReference();
    if (given == null) {
      return Optional.empty();
    }
    Integer index = byUrl.get(given);
    if (index == null && !given.contains("/") && !given.contains(":")) {
      // Some senders leave out the prefix.
      index = byUrl.get("urn:uuid:" + given);
    }
    return Optional.ofNullable(index);
  }
}

package org.doorstep.handover.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.doorstep.handover.bars.DerivedId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A message bundle that is being written.
 *
 * <p>Every id follows from a seed and the entry's name, so that the same data gives the same bytes,
 * and one may point at an entry before it is there.
 */
final class Entries {
  private static final String URN = "urn:uuid:";

  private final UUID message;
  private final UUID seed;
  private final Instant at;
  private final Set<String> names = new LinkedHashSet<>();
  private final List<Bundle.BundleEntryComponent> entries = new ArrayList<>();

  Entries(UUID message, Instant at) {
    this(message, message, at);
  }

  /** Entries whose ids are the same in every message of one seed. */
  Entries(UUID message, UUID seed, Instant at) {
    this.message = message;
    this.seed = seed;
    this.at = at;
  }

  /** Whether an entry of that name is there. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** Adds an entry; each name once. */
  Reference add(String name, Resource resource, String profile) {
    return add(name, id(name), resource, profile);
  }

  /** Adds an entry that is known elsewhere by an id of its own. */
  Reference add(String name, UUID id, Resource resource, String profile) {
    if (!names.add(name)) {
      throw new IllegalStateException("The entry (%s) is there already.".formatted(name));
    }
    resource.setId(id.toString());
    Meta meta = resource.getMeta();
    meta.setLastUpdatedElement(When.instant(at));
    meta.addProfile(profile);
    entries.add(new Bundle.BundleEntryComponent().setFullUrl(URN + id).setResource(resource));
    return reference(id);
  }

  /** Points at the entry of that name, whether or not it is there yet. */
  Reference to(String name) {
    return reference(id(name));
  }

  /** Points at the entry of that id. */
  static Reference reference(UUID id) {
    return new Reference(URN + id);
  }

  UUID id(String name) {
    return DerivedId.of("message", seed.toString(), name);
  }

  /** The bundle with the entries in the order in which they were added. */
  Bundle bundle(String profile, boolean test) {
    Bundle bundle = new Bundle();
    bundle.setId(message.toString());
    bundle.getMeta().setLastUpdatedElement(When.instant(at));
    bundle.getMeta().addProfile(profile);
    if (test) {
      markTest(bundle);
    }
    bundle.setType(Bundle.BundleType.MESSAGE).setTimestampElement(When.instant(at));
    entries.forEach(bundle::addEntry);
    return bundle;
  }

  /** Says that this is no real person, practice or service. */
  static void markTest(Resource resource) {
    resource.getMeta().addSecurity(Terms.HL7 + "v3-ActReason", "HTEST", "test health data");
  }

  static boolean isTest(Resource resource) {
    return resource.getMeta().getSecurity(Terms.HL7 + "v3-ActReason", "HTEST") != null;
  }
}

package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;

/** The same resource in the other syntax. */
public final class Xml {
  private Xml() {}

  /** JSON as XML. */
  public static String of(String json) {
    FhirContext fhir = FhirContext.forR4Cached();
    return fhir.newXmlParser()
        .setOverrideResourceIdWithBundleEntryFullUrl(false)
        .encodeResourceToString(
            fhir.newJsonParser()
                .setOverrideResourceIdWithBundleEntryFullUrl(false)
                .parseResource(json));
  }
}

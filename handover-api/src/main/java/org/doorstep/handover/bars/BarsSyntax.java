package org.doorstep.handover.bars;

/** The two syntaxes of FHIR that are taken. */
public enum BarsSyntax {
  XML("application/fhir+xml; charset=utf-8"),
  JSON("application/fhir+json; charset=utf-8");

  private final String contentType;

  BarsSyntax(String contentType) {
    this.contentType = contentType;
  }

  /** The content type of what is written in it. */
  public String contentType() {
    return contentType;
  }
}

package org.doorstep.handover.bars;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;

/**
 * What the area says of a request at a moment: the status of its own encounter, and what goes with
 * it.
 *
 * @param reason why no help comes; there exactly where the status is cancelled
 * @param outcome what a clinician or crew has come to, in words of our own; never about a person
 * @param clinician the name by which somebody has taken the case, if anybody has
 * @param history the statuses before this one, the oldest first
 */
public record BarsWord(
    Status status,
    Optional<Reason> reason,
    Category category,
    Optional<String> outcome,
    Optional<String> clinician,
    List<Since> history) {
  /** The statuses of the standard that a desk gives; codes are those of FHIR. */
  public enum Status {
    /** Waiting, or the resource that was sent has been taken back. */
    PLANNED("planned"),
    /** A resource is allocated, or a clinician has begun. */
    IN_PROGRESS("in-progress"),
    /** Somebody has reached the scene. */
    ARRIVED("arrived"),
    /** Assessed by telephone and given back with a category: an ambulance is wanted. */
    TRIAGED("triaged"),
    /** Complete: nothing more is wanted of the sender. */
    FINISHED("finished"),
    /** No help comes of us. */
    CANCELLED("cancelled");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    /** The code in messages. */
    public String code() {
      return code;
    }

    /** Whether it is the end of the request. */
    public boolean isEnd() {
      return this == FINISHED || this == CANCELLED;
    }
  }

  /** Why no help comes. */
  public record Reason(Code code, String words) {
    /** The codes of {@code rejected-reasons-bars}. */
    public enum Code {
      NOT_AVAILABLE_IN_TIME("RRNA", "Requested resource not available within timescale"),
      FAILED_CONTACT("FC", "Failed Contact"),
      OTHER("OTH", "Other");

      private final String code;
      private final String display;

      Code(String code, String display) {
        this.code = code;
        this.display = display;
      }

      /** The code in messages. */
      public String code() {
        return code;
      }

      /** The code's own words. */
      public String display() {
        return display;
      }
    }
  }

  /** A status, and since when it holds. */
  public record Since(Status status, Instant at) {}

  public BarsWord {
    history = List.copyOf(history);
    if (history.isEmpty() || reason.isPresent() != (status == Status.CANCELLED)) {
      throw new IllegalArgumentException(
          "A word has a history that ends with it, and a reason exactly where it is cancelled.");
    }
  }

  /** Since when it holds. */
  public Instant at() {
    return history.get(history.size() - 1).at();
  }

  /** When the area first had the request. */
  public Instant began() {
    return history.get(0).at();
  }

  @Override
  public String toString() {
    return "BarsWord[" + status + "]";
  }
}

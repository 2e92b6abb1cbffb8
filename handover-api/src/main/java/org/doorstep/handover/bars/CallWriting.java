package org.doorstep.handover.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.Caller;

/** Puts a message into the words that the desk and the crew read. Holds patient data. */
final class CallWriting {
  private static final int COMPLAINT_MAX = 200;
  private static final int NARRATIVE_MAX = 20_000;
  private static final int LABEL_MAX = 400;
  private static final String CUT = " [cut; the whole is in the message]";

  private final BarsMessage message;

  CallWriting(BarsMessage message) {
    this.message = message;
  }

  /**
   * The words of a message that opens an incident.
   *
   * @param known other incidents of the same request or journey
   */
  CallDetails opening(List<BarsStore.Known> known) {
    List<String> lines = new ArrayList<>();
    if (message.envelope().reason() == BarsEnvelope.Reason.UPDATE) {
      lines.add("The sender calls this an update; no open request of it was known here.");
    }
    if (message.content().category().isEmpty()) {
      lines.add(
          "The sender gave no category; %s was taken until somebody decides."
              .formatted(RequestIntake.CATEGORY_UNLESS_SAID));
    }
    known.forEach(
        other ->
            lines.add(
                "%s: incident %d."
                    .formatted(
                        other.sameRequest()
                            ? "The sender has used the name of this request before"
                            : "Of the same journey",
                        other.incident().value())));
    return details("", lines);
  }

  /**
   * The words of a message that is added to an incident.
   *
   * @param to what was last known of it
   */
  CallDetails adding(BarsStore.Known to) {
    List<String> lines = new ArrayList<>();
    if (!to.sameRequest()) {
      lines.add("Matched by the patient's journey; the request itself was not known here.");
    }
    if (message.isCancellation()) {
      lines.add(
          message.request().status() == BarsRequest.Status.ENTERED_IN_ERROR
              ? "The sender says that its request was entered in error. A person decides."
              : "The sender calls its request off. A person decides.");
      return details("CALLED OFF by the sender: ", lines);
    }
    Optional<Category> now = message.content().category();
    if (!now.equals(to.category())) {
      lines.add(
          "The sender's category is now %s; it was %s. A person decides."
              .formatted(said(now), said(to.category())));
    }
    message
        .content()
        .place()
        .position()
        .ifPresent(
            position ->
                lines.add(
                    "Place in this message: %.5f, %.5f."
                        .formatted(position.lat(), position.lon())));
    return details("UPDATE from the sender: ", lines);
  }

  private CallDetails details(String before, List<String> first) {
    BarsContent content = message.content();
    List<String> lines = new ArrayList<>(first);
    lines.addAll(content.words().lines());
    message.notes().forEach(note -> lines.add("About the message: " + note.sentence()));
    return new CallDetails(
        cut(before + content.words().complaint().orElse("No complaint given"), COMPLAINT_MAX),
        Optional.of(String.join("\n", lines)).filter(text -> !text.isEmpty()).map(this::narrative),
        content.place().label().map(label -> cut(label, LABEL_MAX)),
        content
            .people()
            .caller()
            .map(
                caller ->
                    new Caller(
                        caller.name().map(name -> cut(name, LABEL_MAX)),
                        caller.telephone().map(number -> cut(number, LABEL_MAX)))),
        content.people().patients(),
        message.request().journey().caseNumber());
  }

  private String narrative(String text) {
    return text.length() <= NARRATIVE_MAX ? text : cut(text, NARRATIVE_MAX - CUT.length()) + CUT;
  }

  private static String said(Optional<Category> category) {
    return category.map(Category::name).orElse("not given");
  }

  /** At most so many characters, never half a surrogate pair. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}

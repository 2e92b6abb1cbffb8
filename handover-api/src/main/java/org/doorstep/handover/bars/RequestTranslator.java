package org.doorstep.handover.bars;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows requests as resources of FHIR, and reads changes to them.
 *
 * <p>An interface although there is one implementation: one package alone may see the FHIR library.
 */
public interface RequestTranslator {
  /** The kinds of bundle that show several requests. */
  enum Several {
    SEARCH,
    HISTORY
  }

  /** A request out of the message that holds it; empty where it cannot be read any more. */
  Optional<String> write(BarsSyntax syntax, BarsView view, byte[] message);

  /** The request out of a message of our own. */
  Optional<String> writeSent(BarsSyntax syntax, byte[] message, int number);

  /**
   * A bundle of requests.
   *
   * @param bodies opens the message of a version
   */
  String list(
      BarsSyntax syntax,
      Several kind,
      List<BarsView> views,
      Function<BarsVersion, Optional<byte[]>> bodies);

  /** Whether some name of a patient in the message has all words of a name. */
  boolean hasName(byte[] message, String name);

  /** What may be asked of this server. */
  String capabilities(BarsSyntax syntax, BarsResponse.Us us);

  /**
   * What a message to this server holds, by the use cases of the standard that it takes.
   *
   * @param contexts service and use case as asked for, {@code system|code} or a code alone
   */
  String definitions(BarsSyntax syntax, BarsResponse.Us us, List<String> contexts);

  /**
   * The message that a changed request makes: the one it changes, with the request as it is now.
   *
   * @param message the last whole message about the request
   * @param body the request as posted
   */
  Amended amend(BarsSyntax syntax, byte[] message, byte[] body, String id);

  /** What came of a change. */
  sealed interface Amended {
    /**
     * A message to be received.
     *
     * @param version the version that was changed, as the body says
     */
    record Message(String body, Optional<String> version) implements Amended {
      @Override
      public String toString() {
        return "Message[masked]";
      }
    }

    /** It cannot be read as a change. */
    record Refused(BarsFault fault) implements Amended {}
  }
}

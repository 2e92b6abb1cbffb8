package org.doorstep.handover.bars;

import java.util.List;
import java.util.Optional;

/**
 * What an area knows of requests beyond what was posted: what has become of them, and those of its
 * own.
 *
 * <p>An interface although there is one implementation: what reads the log lies with the server,
 * and messages do not know the server.
 */
public interface RequestShelf {
  /** What the area says of a request now; empty where its incident is not known any more. */
  Optional<BarsWord> findWord(BarsCase of);

  /** Our own encounter for a request. */
  Optional<BarsResponse.Ours> findOurs(BarsCase of);

  /**
   * The messages about a request that this area has sent to a service for which a system speaks,
   * the oldest first; none where there is no such request, or it went to others.
   */
  List<byte[]> listSent(String request, BarsCaller caller);
}

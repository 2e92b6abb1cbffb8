package org.doorstep.server.summary;

import io.vertx.core.http.HttpClientRequest;
import java.util.ArrayList;
import java.util.List;

/** The requests of one reading that have no answer yet, to be dropped at its end. Confined. */
final class OpenRequests {
  private final List<HttpClientRequest> open = new ArrayList<>();
  private boolean dropped;

  /** Takes note of a request; false where there is no time left for it. */
  boolean add(HttpClientRequest request) {
    if (dropped) {
      var unused = request.reset();
      return false;
    }
    open.add(request);
    return true;
  }

  void remove(HttpClientRequest request) {
    open.remove(request);
  }

  /** Gives up all that is open, and all that is to come. */
  void drop() {
    dropped = true;
    List<HttpClientRequest> all = List.copyOf(open);
    open.clear();
    for (HttpClientRequest each : all) {
      var unused = each.reset();
    }
  }
}

package org.doorstep.server.launch;

import org.doorstep.server.config.ServerConfig;

/** The address at which people reach a server. */
final class Address {
  private Address() {}

  static String of(ServerConfig config, int port) {
    String scheme = config.listen().tls().isPresent() ? "https" : "http";
    return "%s://%s:%d".formatted(scheme, config.listen().host(), port);
  }
}

package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.config.ServerConfig;

/** Shows the configuration in force; it holds no secret, only the files that do. */
final class ConfigPrinter {
  private ConfigPrinter() {}

  static String print(ServerConfig config) {
    return "configuration: " + new String(RecordJson.write(config), StandardCharsets.UTF_8);
  }
}

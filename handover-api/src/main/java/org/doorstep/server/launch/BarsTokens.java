package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.server.config.ConfigFault;

/** Reads the tokens of the systems that may send messages. */
final class BarsTokens {
  private static final int TOKEN_LENGTH_MIN = 32;

  private BarsTokens() {}

  /**
   * Each system's name by its token.
   *
   * @throws ConfigFault naming the file, the line and the rule, never a token
   */
  static Map<String, String> read(Path file) {
    Map<String, String> tokens = new TreeMap<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new ConfigFault("The tokens file (%s) cannot be read.".formatted(file), e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\\s+", -1);
      if (parts.length != 2 || parts[1].length() < TOKEN_LENGTH_MIN) {
        throw new ConfigFault(
            "The tokens file (%s), line (%d), must hold a name, a space and a token of %d characters or more."
                .formatted(file, i + 1, TOKEN_LENGTH_MIN));
      }
      tokens.put(parts[1], parts[0]);
    }
    return tokens;
  }
}

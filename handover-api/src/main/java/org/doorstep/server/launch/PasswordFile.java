package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.server.config.ConfigFault;
import org.doorstep.server.config.ServerConfig.DatabaseSettings;

/** Reads a secret from the file that the configuration names. */
final class PasswordFile {
  private PasswordFile() {}

  static String read(DatabaseSettings settings) {
    return settings.passwordFile().map(Path::of).map(PasswordFile::read).orElse("");
  }

  /** The one secret that a file holds. */
  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ConfigFault("The password file (%s) cannot be read.".formatted(file), e);
    }
  }
}

package org.doorstep.dispatch.shell.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The key under which all data keys are sealed: 32 bytes, in a file that only its owner reads, or
 * in the environment of the process.
 */
public final class MasterKey {
  private static final Set<PosixFilePermission> FOR_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final byte[] key;

  private MasterKey(byte[] key) {
    this.key = key;
  }

  /**
   * Reads the key, or makes one where there is no file yet.
   *
   * @throws RecordFault if the file is no key, or others may read it
   */
  public static MasterKey readOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return read(file);
    } catch (IOException e) {
      throw new RecordFault("The master key (%s) cannot be read or made.".formatted(file), e);
    }
  }

  /**
   * The key that a variable of the environment holds.
   *
   * @param environment all variables by name
   * @throws RecordFault if the variable is not there or holds no key; never says what it holds
   */
  public static MasterKey ofEnvironment(String variable, Map<String, String> environment) {
    String owner = "environment variable " + variable;
    String text = environment.getOrDefault(variable, "");
    if (text.isBlank()) {
      throw new RecordFault("The master key (%s) is not set.".formatted(owner));
    }
    return of(owner, text);
  }

  byte[] bytes() {
    return key;
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileAttribute<?>[] ownerOnly =
        hasPosix(file)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(file, ownerOnly);
    } catch (FileAlreadyExistsException e) {
      // Another process of this installation was quicker; its key is the key.
      return;
    }
    Files.writeString(
        file, Base64.getEncoder().encodeToString(Seal.newKey()), StandardOpenOption.WRITE);
  }

  private static MasterKey read(Path file) throws IOException {
    if (hasPosix(file)) {
      Set<PosixFilePermission> granted = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      granted.retainAll(FOR_OTHERS);
      if (!granted.isEmpty()) {
        throw new RecordFault(
            "The master key (%s) can be read by others; only its owner may.\nMaybe: chmod 600"
                .formatted(file));
      }
    }
    return of(file.toString(), Files.readString(file));
  }

  private static MasterKey of(String owner, String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.trim());
    } catch (IllegalArgumentException e) {
      throw new RecordFault("The master key (%s) is not Base64.".formatted(owner), e);
    }
    if (key.length != Seal.KEY_BYTES) {
      throw new RecordFault(
          "The master key (%s) has (%d) bytes; it must have (%d)."
              .formatted(owner, key.length, Seal.KEY_BYTES));
    }
    return new MasterKey(key);
  }

  private static boolean hasPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}

package org.doorstep.dispatch.shell.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: the key comes from a file or the environment, and what is wrong with it never says it.
 */
class MasterKeyTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String NAME = "DOORSTEP_KEY";

  @TempDir Path folder;

  @Test
  void environment_withAKey_isTheSameKeyAsInAFile() throws Exception {
    Path file = folder.resolve("master.key");
    Files.writeString(file, KEY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(MasterKey.ofEnvironment(NAME, Map.of(NAME, KEY)).bytes())
        .isEqualTo(MasterKey.readOrMake(file).bytes());
  }

  @Test
  void environment_withoutTheVariable_saysWhichOne() {
    assertThatThrownBy(() -> MasterKey.ofEnvironment(NAME, Map.of()))
        .isInstanceOf(RecordFault.class)
        .hasMessage("The master key (environment variable DOORSTEP_KEY) is not set.");
  }

  @Test
  void environment_withWhatIsNoKey_neverRepeatsIt() {
    String secret =
        Base64.getEncoder().encodeToString("too short".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> MasterKey.ofEnvironment(NAME, Map.of(NAME, secret)))
        .isInstanceOf(RecordFault.class)
        .hasMessageContaining("has (9) bytes; it must have (32)")
        .hasMessageNotContaining(secret);
    assertThatThrownBy(() -> MasterKey.ofEnvironment(NAME, Map.of(NAME, "!!secret!!")))
        .isInstanceOf(RecordFault.class)
        .hasMessageContaining("is not Base64")
        .hasMessageNotContaining("secret!!");
  }

  @Test
  void file_thatOthersMayRead_isRefused() throws Exception {
    Path file = folder.resolve("master.key");
    Files.writeString(file, KEY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> MasterKey.readOrMake(file))
        .isInstanceOf(RecordFault.class)
        .hasMessageContaining("only its owner may");
  }
}

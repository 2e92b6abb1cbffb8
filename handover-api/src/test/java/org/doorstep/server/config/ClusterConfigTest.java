package org.doorstep.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: several nodes are asked for in so many words, or there is one. */
class ClusterConfigTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void cluster_notSpokenOf_isOff() {
    assertThat(ConfigReader.of(Map.of(), "test").cluster().enabled()).isFalse();
  }

  @Test
  void cluster_overOneDatabaseWithOneKey_isTaken() throws IOException {
    ServerConfig config = ConfigReader.of(tree(), "test");

    assertThat(config.cluster().enabled()).isTrue();
    assertThat(config.cluster().membership().port()).isEqualTo(5701);
    assertThat(config.cluster().silence().limitSeconds()).isEqualTo(5);
  }

  @Test
  void cluster_overTheBundledDatabase_isRefused() throws IOException {
    Map<String, @Nullable Object> tree = tree();
    tree.remove("database");

    assertThatThrownBy(() -> ConfigReader.of(tree, "test"))
        .isInstanceOf(ConfigFault.class)
        .hasMessageContaining("database.url");
  }

  @Test
  void cluster_withAKeyOfItsOwn_isRefused() throws IOException {
    Map<String, @Nullable Object> tree = tree();
    tree.remove("master-key");

    assertThatThrownBy(() -> ConfigReader.of(tree, "test"))
        .isInstanceOf(ConfigFault.class)
        .hasMessageContaining("master-key");
  }

  @Test
  void cluster_keyThatIsNotKnown_isRefusedWithItsPlace() throws IOException {
    Map<String, @Nullable Object> tree = tree();
    tree.put("cluster", Map.of("multicast", true));

    assertThatThrownBy(() -> ConfigReader.of(tree, "test"))
        .isInstanceOf(ConfigFault.class)
        .hasMessageContaining("cluster.multicast");
  }

  private Map<String, @Nullable Object> tree() throws IOException {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("master-key", Files.writeString(folder.resolve("key"), "any").toString());
    tree.put("database", Map.of("url", "jdbc:postgresql://10.0.0.9/doorstep", "user", "doorstep"));
    tree.put(
        "cluster", Map.of("enabled", true, "members", List.of("127.0.0.1:5701", "127.0.0.1:5711")));
    return tree;
  }
}

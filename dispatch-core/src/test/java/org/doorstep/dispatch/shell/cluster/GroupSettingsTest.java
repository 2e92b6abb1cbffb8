package org.doorstep.dispatch.shell.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** FEATURE: a group of workers is met on private addresses, or not at all. */
class GroupSettingsTest {
  private static GroupSettings group(String... members) {
    return new GroupSettings("workers", List.of(members).stream().map(NodeAddress::parse).toList());
  }

  @Test
  void group_onPrivateAddresses_isTaken() {
    assertThat(group("10.0.0.1:5801", "[fd00::1]:5801", "127.0.0.1:5802").addresses())
        .containsExactly("10.0.0.1:5801", "[fd00::1]:5801", "127.0.0.1:5802");
  }

  @Test
  void group_withAMemberThatTheInternetReaches_isRefused() {
    assertThatThrownBy(() -> group("10.0.0.1:5801", "8.8.8.8:5801"))
        .hasMessageContaining("The address (8.8.8.8:5801) is no private one");
  }

  @Test
  void group_ofNobodyOrOfTooMany_isRefused() {
    List<NodeAddress> many =
        IntStream.rangeClosed(1, 65).mapToObj(port -> new NodeAddress("127.0.0.1", port)).toList();

    assertThatThrownBy(() -> group()).hasMessage("The members (0) of a group must be 1 to 64.");
    assertThatThrownBy(() -> new GroupSettings("workers", many)).hasMessageContaining("(65)");
  }
}

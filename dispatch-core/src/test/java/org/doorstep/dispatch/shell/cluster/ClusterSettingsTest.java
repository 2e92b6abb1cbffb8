package org.doorstep.dispatch.shell.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.shell.cluster.ClusterSettings.Door;
import org.doorstep.dispatch.shell.cluster.ClusterSettings.Interface;
import org.doorstep.dispatch.shell.cluster.ClusterSettings.Silence;
import org.doorstep.dispatch.shell.cluster.ClusterSettings.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: nodes meet on an address that was meant for it, or not at all. */
class ClusterSettingsTest {
  private static final Optional<Tls> TLS = Optional.of(new Tls("cert.pem", "key.pem", "ca.pem"));
  private static final Silence SILENCE = new Silence(1, 5);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "192.168.0.7", "172.16.0.1", "fd00::7", "::1"})
  void host_privateAddress_isTaken(String host) {
    assertThatCode(() -> settings(host, false, TLS)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void host_everyNetwork_isRefusedWhateverElseIsSaid(String host) {
    assertThatThrownBy(() -> settings(host, true, TLS))
        .hasMessageContaining(host)
        .hasMessageContaining("every network");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.64.0.1", "2001:db8::1"})
  void host_publicAddress_isRefusedUnlessAllowed(String host) {
    assertThatThrownBy(() -> settings(host, false, TLS)).hasMessageContaining("allow-public");
    assertThatCode(() -> settings(host, true, TLS)).doesNotThrowAnyException();
  }

  @Test
  void host_isAName_isRefused() {
    assertThatThrownBy(() -> settings("node-1", false, TLS)).hasMessageContaining("not a name");
  }

  @Test
  void host_onANetworkWithoutTls_isRefused() {
    assertThatThrownBy(() -> settings("10.0.0.1", false, Optional.empty()))
        .hasMessageContaining("needs (tls)");
    assertThatCode(() -> settings("127.0.0.1", false, Optional.empty())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1:5701|2 to 9",
        "10.0.0.1:5701,10.0.0.1:5701|2 to 9",
        "10.0.0.2:5701,10.0.0.3:5701|this node too",
        "10.0.0.1:5701,10.0.0.2|ADDRESS:PORT",
        "10.0.0.1:5701,other:5701|not a name",
        "10.0.0.1:5701,10.0.0.2:99999|65535"
      })
  void members_thatCannotBeAllNodes_areRefused(String members, String rule) {
    assertThatThrownBy(
            () -> of("10.0.0.1", false, TLS, List.of(members.split(",", -1)), Optional.empty()))
        .hasMessageContaining(rule);
  }

  @Test
  void address_isBehindATunnel_isThePublicOne() {
    ClusterSettings settings =
        of(
            "127.0.0.1",
            false,
            TLS,
            List.of("10.0.0.1:7001", "10.0.0.2:7001"),
            Optional.of("10.0.0.1:7001"));

    assertThat(settings.address()).isEqualTo(new NodeAddress("10.0.0.1", 7001));
  }

  @Test
  void silence_shorterThanThreeHeartbeats_isRefused() {
    assertThatThrownBy(() -> new Silence(3, 5)).hasMessageContaining("three times");
    assertThatThrownBy(() -> new Silence(1, 61)).hasMessageContaining("61");
    assertThatThrownBy(() -> new Silence(0, 5)).hasMessageContaining("heartbeat-seconds (0)");
  }

  @ParameterizedTest
  @CsvSource({"1,1,true", "1,2,false", "2,3,true", "1,3,false", "2,4,false", "3,4,true"})
  void membership_isAMajority_onOneSideOfACutAtMost(int seen, int nodes, boolean majority) {
    assertThat(new Membership(seen, nodes, true).isMajority()).isEqualTo(majority);
    assertThat(new Membership(seen, nodes, true).isOwner()).isEqualTo(majority);
    assertThat(new Membership(seen, nodes, false).isOwner()).isFalse();
    assertThat(majority && new Membership(nodes - seen, nodes, true).isMajority()).isFalse();
  }

  private static ClusterSettings settings(String host, boolean allowPublic, Optional<Tls> tls) {
    String own = new NodeAddress(host.equals("node-1") ? "10.0.0.1" : host, 5701).toString();
    return of(host, allowPublic, tls, List.of(own, "10.9.9.9:5701"), Optional.empty());
  }

  private static ClusterSettings of(
      String host,
      boolean allowPublic,
      Optional<Tls> tls,
      List<String> members,
      Optional<String> publicAddress) {
    return new ClusterSettings(
        true,
        "doorstep",
        members,
        new Interface(host, allowPublic),
        new Door(5701, publicAddress),
        new Door(5702, Optional.empty()),
        SILENCE,
        tls);
  }
}

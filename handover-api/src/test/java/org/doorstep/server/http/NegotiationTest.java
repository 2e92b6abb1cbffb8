package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: an answer has the form that the request asks for, as RFC 9110 says. */
class NegotiationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "gzip, deflate, br, zstd",
        "br;q=1.0, gzip;q=0.8, *;q=0.1",
        "gzip;q=0.001",
        "deflate , gzip ; q=0.5",
        "*",
        "identity;q=0.5, gzip;q=0.5",
        "identity;q=0, *"
      })
  void gzip_wanted_isSent(String acceptEncoding) {
    assertThat(Negotiation.prefersGzip(List.of(acceptEncoding))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "gzip;q=0",
        "gzip;q=0.0",
        "gzip;q=0, *",
        "*;q=0",
        "gzip;q=0.4, identity;q=0.5",
        "gzip;q=nonsense",
        "gzip;q=2",
        "not-gzip",
        ",;,"
      })
  void gzip_notWanted_isNotSent(String acceptEncoding) {
    assertThat(Negotiation.prefersGzip(List.of(acceptEncoding))).isFalse();
  }

  @Test
  void gzip_noHeaderOrSeveral_readsThemAsOne() {
    assertThat(Negotiation.prefersGzip(List.of())).isFalse();
    assertThat(Negotiation.prefersGzip(List.of("br", "gzip"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a1\"", "W/\"a1\"", "\"b\", \"a1\"", "\"b\",W/\"a1\" ", " * "})
  void tag_amongThoseOfTheClient_isUnchanged(String ifNoneMatch) {
    assertThat(Negotiation.isUnchanged(List.of(ifNoneMatch), "\"a1\"")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a1", "\"A1\"", "\"a1-gzip\"", "\"a\", \"1\"", "\"a1"})
  void tag_notAmongThoseOfTheClient_isNot(String ifNoneMatch) {
    assertThat(Negotiation.isUnchanged(List.of(ifNoneMatch), "\"a1\"")).isFalse();
    assertThat(Negotiation.isUnchanged(List.of(), "\"a1\"")).isFalse();
  }
}

package org.doorstep.dispatch.shell.cluster;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An address and a port of a node.
 *
 * @param host IPv4 or IPv6 in digits, without brackets; never a name
 */
public record NodeAddress(String host, int port) {
  private static final Pattern DIGITS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final int PORT_MAX = 65_535;
  // The first seven bits of fc00::/7, the private addresses of IPv6.
  private static final int UNIQUE_LOCAL_MASK = 0xfe;
  private static final int UNIQUE_LOCAL = 0xfc;

  public NodeAddress {
    if (!DIGITS.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "The host (%s) must be an address in digits, not a name.".formatted(host));
    }
    if (port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException("The port (%d) must be in [1, 65535].".formatted(port));
    }
    var unused = resolve(host);
  }

  /** Reads {@code 10.0.0.1:5701} or {@code [fd00::1]:5701}. */
  public static NodeAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 1 || !port.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("The node (%s) must be ADDRESS:PORT.".formatted(text));
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return new NodeAddress(
        bracketed ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port));
  }

  /** Whether it means every network of the machine. */
  boolean isEverywhere() {
    return resolve(host).isAnyLocalAddress();
  }

  boolean isLoopback() {
    return resolve(host).isLoopbackAddress();
  }

  /** Whether the Internet at large does not route to it. */
  boolean isPrivate() {
    InetAddress address = resolve(host);
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address
            && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }

  private static InetAddress resolve(String digits) {
    try {
      // Digits are never looked up anywhere.
      return InetAddress.getByName(digits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("The host (%s) is no address.".formatted(digits), e);
    }
  }
}

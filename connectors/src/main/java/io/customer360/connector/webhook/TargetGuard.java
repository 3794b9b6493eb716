package io.customer360.connector.webhook;

import io.customer360.fault.WorkbenchException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/// Keeps a webhook from being turned against the inside of a network: https only, and no loopback,
/// private, link-local, multicast, reserved or wildcard address, nor an IPv6 address that wraps one
/// (NAT64, 6to4, Teredo), unless its `host:port` is allow-listed.
///
/// Names are resolved before every call. The HTTP client then resolves the name once more by
/// itself: within the time Java remembers addresses (30 s, `networkaddress.cache.ttl`) it gets the
/// answer that was checked, but a name whose address changes between the two is not caught for
/// certain. Whoever needs that closed puts a proxy or firewall before this program.
final class TargetGuard {
  private final Set<String> allowed;

  TargetGuard(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /// @throws WorkbenchException C360-HOOK-010..012 when the target may not be called
  void check(URI target) throws UnknownHostException {
    String host = target.getHost();
    if (host == null) {
      throw WorkbenchException.user(
          "C360-HOOK-010", "The webhook address " + target + " has no host.");
    }
    if (allowed.contains(host + ":" + port(target))) {
      return;
    }
    if (!"https".equals(target.getScheme())) {
      throw WorkbenchException.user(
          "C360-HOOK-011",
          "The webhook address " + target + " is not https; allow-list its host to permit it.");
    }
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (inside(address)) {
        throw WorkbenchException.user(
            "C360-HOOK-012",
            "The webhook address "
                + target
                + " leads inside this network ("
                + address.getHostAddress()
                + "); allow-list its host to permit it.");
      }
    }
  }

  private static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return "https".equals(target.getScheme()) ? 443 : 80;
  }

  static boolean inside(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (bytes.length == 4 ? reserved(bytes) : local(bytes) || wraps(bytes));
  }

  /// `0/8`, carrier-grade `100.64/10`, protocol assignments `192.0.0/24`, benchmarks `198.18/15`,
  /// and `240/4` with the broadcast address.
  private static boolean reserved(byte[] v4) {
    int first = v4[0] & 0xff;
    int second = v4[1] & 0xff;
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && v4[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }

  /// Unique local `fc00::/7`, and NAT64 for local use `64:ff9b:1::/48`.
  private static boolean local(byte[] v6) {
    return (v6[0] & 0xfe) == 0xfc || starts(v6, 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01);
  }

  /// Whether an inner IPv4 address is written in it: NAT64 `64:ff9b::/96`, 6to4 `2002::/16`, Teredo
  /// `2001::/32` (its client's address, every bit turned), or IPv4-compatible `::/96`.
  private static boolean wraps(byte[] v6) {
    if (starts(v6, 0x20, 0x02)) {
      return inside(v6, 2, 0);
    }
    if (starts(v6, 0x20, 0x01, 0, 0)) {
      return inside(v6, 12, 0xff);
    }
    boolean last =
        starts(v6, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)
            || starts(v6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return last && inside(v6, 12, 0);
  }

  private static boolean inside(byte[] v6, int from, int turned) {
    byte[] v4 = new byte[4];
    for (int i = 0; i < 4; i++) {
      v4[i] = (byte) (v6[from + i] ^ turned);
    }
    try {
      return inside(InetAddress.getByAddress(v4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }

  private static boolean starts(byte[] address, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((address[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}

package io.customer360.connector.webhook;

import io.customer360.fault.WorkbenchException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/// Keeps a webhook from being turned against the inside of a network: https only, and no loopback,
/// private, link-local, multicast or wildcard address unless its `host:port` is allow-listed. Names
/// are resolved at every call, so that a name that changes its address is caught as well.
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
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean carrierGrade = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || carrierGrade;
  }
}

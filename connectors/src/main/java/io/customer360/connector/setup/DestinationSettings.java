package io.customer360.connector.setup;

import java.util.List;

/// One destination as written in `destinations.yaml`.
///
/// @param name the target's name, as the outbox has it
/// @param kind how it is reached
/// @param url a webhook's address; blank for the others
/// @param folder a file drop's folder, relative to the workspace or absolute; blank for the others
/// @param allow `host:port` pairs that may be called although inside this network or not https
/// @param perSecond calls a second, at most
public record DestinationSettings(
    String name, Kind kind, String url, String folder, List<String> allow, double perSecond) {
  public DestinationSettings {
    allow = List.copyOf(allow);
  }

  /// How a destination is reached.
  public enum Kind {
    /// Signed calls to an address.
    WEBHOOK,
    /// Files in a folder.
    FILE,
    /// The built-in receiver on this computer, for demonstrations.
    SANDBOX
  }
}

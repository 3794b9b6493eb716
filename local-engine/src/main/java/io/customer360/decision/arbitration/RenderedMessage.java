package io.customer360.decision.arbitration;

import java.util.List;

/// What the customer would read.
///
/// @param to address or number on the action's channel, blank when nothing is sent
/// @param filled spans of `body` that came from facts, for highlighting
public record RenderedMessage(String to, String subject, String body, List<Filled> filled) {
  public static final RenderedMessage NONE = new RenderedMessage("", "", "", List.of());

  public RenderedMessage {
    filled = List.copyOf(filled);
  }

  /// A span of the body, end exclusive, and the fact it shows.
  public record Filled(int start, int end, String fact) {}
}

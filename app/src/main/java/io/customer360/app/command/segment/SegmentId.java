package io.customer360.app.command.segment;

import picocli.CommandLine.Parameters;

/// The segment a command is about.
final class SegmentId {
  @Parameters(paramLabel = "ID", description = "The segment's id.")
  private String id = "";

  String id() {
    return id;
  }
}

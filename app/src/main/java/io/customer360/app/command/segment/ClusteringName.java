package io.customer360.app.command.segment;

import picocli.CommandLine.Parameters;

/// The kept clustering a command is about.
final class ClusteringName {
  @Parameters(paramLabel = "NAME", description = "The clustering's name.")
  private String name = "";

  String value() {
    return name;
  }
}

package io.customer360.app.command.segment;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a segment is called.
final class SegmentWords {
  @Option(names = "--title", paramLabel = "TEXT", description = "As shown.")
  private @Nullable String title;

  @Option(names = "--description", paramLabel = "TEXT", description = "One sentence.")
  private @Nullable String description;

  boolean given() {
    return title != null || description != null;
  }

  String title(String otherwise) {
    return title == null ? otherwise : title;
  }

  String description(String otherwise) {
    return description == null ? otherwise : description;
  }
}

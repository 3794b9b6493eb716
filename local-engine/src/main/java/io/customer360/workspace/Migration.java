package io.customer360.workspace;

import java.io.IOException;
import java.nio.file.Path;

/// Brings a workspace folder from one format version to the next. Must be repeatable: a crash in
/// the middle runs it again from the start.
interface Migration {
  /// The version this migration starts from; it leads to `from() + 1`.
  int from();

  void run(Path root) throws IOException;
}

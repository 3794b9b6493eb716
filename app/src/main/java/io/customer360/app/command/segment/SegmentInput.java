package io.customer360.app.command.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Ways to say on the command line who is meant.
final class SegmentInput {
  @Option(
      names = "--where",
      paramLabel = "SQL",
      description = "A condition over a customer's columns, or a whole select.")
  private @Nullable String where;

  @Option(names = "--rules", paramLabel = "FILE", description = "A rule tree as YAML or JSON.")
  private @Nullable Path rules;

  boolean given() {
    return where != null || rules != null;
  }

  /// What was given as a segment's source.
  SegmentSource source() {
    String sql = where;
    Path file = rules;
    if (sql != null && file != null || !given()) {
      throw WorkbenchException.user(
          "C360-CLI-040", "Give either --where SQL or --rules FILE, for who is in the segment.");
    }
    if (sql != null) {
      return new SegmentSource.Sql(sql.strip());
    }
    return new SegmentSource.Rules(read(java.util.Objects.requireNonNull(file)));
  }

  private static Rule read(Path file) {
    try {
      return SegmentFiles.rules(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw WorkbenchException.user("C360-CLI-041", "Cannot read " + file + ".");
    }
  }

  /// The tree of what was given.
  Rule rule(SegmentStudio studio, Progress progress) {
    return switch (source()) {
      case SegmentSource.Sql sql -> studio.parse(sql.text(), progress).rule();
      case SegmentSource.Rules given -> {
        studio.check(given.rule());
        yield given.rule();
      }
      case SegmentSource.StaticList list -> Rule.EVERYONE;
    };
  }
}

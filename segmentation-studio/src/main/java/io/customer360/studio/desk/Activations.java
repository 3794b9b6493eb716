package io.customer360.studio.desk;

import io.customer360.governance.AuditLog;
import io.customer360.governance.Person;
import io.customer360.job.Progress;
import io.customer360.lakehouse.ExportFormat;
import io.customer360.lakehouse.ExportReport;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.Outbox;
import io.customer360.studio.activate.ActivationOrder;
import io.customer360.studio.activate.ActivationReport;
import io.customer360.studio.activate.Activator;
import io.customer360.studio.activate.SensitiveFields;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All that leaves the studio: members, files, and rows for a destination. What governance marks as
/// sensitive leaves by none of these ways. Safe from any thread.
public final class Activations {
  private final SegmentStudio studio;
  private final Lakehouse lakehouse;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Path segments;
  private final Clock clock;
  private final Supplier<List<String>> targets;

  /// @param targets names of the destinations, read anew each time
  public Activations(
      SegmentStudio studio,
      Workspace workspace,
      Lakehouse lakehouse,
      Outbox outbox,
      AuditLog audit,
      Clock clock,
      Supplier<List<String>> targets) {
    this.studio = studio;
    this.lakehouse = lakehouse;
    this.outbox = outbox;
    this.audit = audit;
    this.segments = workspace.segments();
    this.clock = clock;
    this.targets = targets;
  }

  /// What there is to choose from.
  ///
  /// @param purposes consent was asked for, marketing first
  public record Choices(List<String> targets, List<String> purposes, List<Column> columns) {
    public Choices {
      targets = List.copyOf(targets);
      purposes = List.copyOf(purposes);
      columns = List.copyOf(columns);
    }
  }

  /// A field that may go along.
  ///
  /// @param kept why governance keeps it back; empty when it may leave
  public record Column(String name, String title, String group, Optional<String> kept) {}

  public Choices choices() {
    SensitiveFields sensitive = SensitiveFields.read(segments);
    FieldCatalog catalog = studio.catalog();
    List<String> purposes =
        catalog.hasTable("consent")
            ? lakehouse.read(
                connection ->
                    Rows.list(
                        connection,
                        "select purpose from gold.consent group by 1"
                            + " order by purpose <> 'marketing', purpose",
                        row -> row.getString(1)))
            : List.of("marketing");
    return new Choices(
        targets.get(),
        purposes.isEmpty() ? List.of("marketing") : purposes,
        catalog.fields().stream().map(field -> column(field, sensitive)).toList());
  }

  private static Column column(Field field, SensitiveFields sensitive) {
    return new Column(field.name(), field.title(), field.group(), sensitive.reason(field.name()));
  }

  /// Writes the members.
  public long write(SegmentDefinition segment, Progress progress) {
    return studio.materialize(segment, progress);
  }

  /// Counts who of the written members may be addressed, and why the others may not.
  public ActivationReport reach(
      SegmentDefinition segment, ActivationOrder order, Progress progress) {
    return activator().reach(segment, order, progress);
  }

  /// Queues everybody who may be addressed.
  public ActivationReport queue(
      SegmentDefinition segment, ActivationOrder order, Person by, Progress progress) {
    return activator().activate(segment, order, by, progress);
  }

  /// Writes the people to a file.
  ///
  /// @throws io.customer360.fault.WorkbenchException when a column is sensitive
  public ExportReport export(
      SegmentDefinition segment,
      List<String> columns,
      ExportFormat format,
      Path file,
      Progress progress) {
    SensitiveFields.read(segments).checkColumns(columns);
    return studio.export(studio.rule(segment), columns, format, file, progress);
  }

  private Activator activator() {
    return new Activator(studio, lakehouse, outbox, audit, SensitiveFields.read(segments), clock);
  }
}

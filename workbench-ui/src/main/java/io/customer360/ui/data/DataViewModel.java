package io.customer360.ui.data;

import io.customer360.ingest.ImportReport;
import io.customer360.ingest.Ingest;
import io.customer360.ingest.bronze.Landing;
import io.customer360.ingest.contract.Contract;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.quarantine.FixPreview;
import io.customer360.ingest.quarantine.QuarantineFilter;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.ingest.suggest.FilePreview;
import io.customer360.job.Job;
import io.customer360.lakehouse.ColumnTrace;
import io.customer360.lakehouse.LakeStatus;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.ModelGraph;
import io.customer360.lakehouse.ModelNode;
import io.customer360.lakehouse.QueryLimits;
import io.customer360.lakehouse.QueryResult;
import io.customer360.lakehouse.ReceivedValue;
import io.customer360.lakehouse.RefreshReport;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the Data screen shows and can do. FX thread only; every engine call runs elsewhere.
public final class DataViewModel implements AutoCloseable {
  private static final int HELD_SHOWN = 2_000;
  private static final int ROWS_SHOWN = 100;
  private static final int VALUES_SHOWN = 3;

  /// Everything the screen reads at once, so that its parts fit together.
  ///
  /// @param held the first rows held back
  /// @param holding how many are held back in all
  public record Contents(
      LakeStatus status,
      ModelGraph graph,
      List<QuarantineRow> held,
      long holding,
      List<QualityCheck> quality,
      List<Landing> landings,
      List<Contract> contracts) {
    long alarms() {
      return quality.stream().filter(check -> !check.passed()).count();
    }
  }

  private final Ingest ingest;
  private final Lakehouse lakehouse;
  private final FxJobs jobs;
  private final Job<RefreshReport> refresh;
  private final ReadOnlyObjectWrapper<Load<Contents>> contents =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Optional<ModelNode>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Load<QueryResult>> rows =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<FixPreview>> fix =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<Contents> contentsLane;
  private final Latest<QueryResult> rowsLane;
  private final Latest<FixPreview> fixLane;

  /// @param refresh brings the lake up to date
  public DataViewModel(
      Ingest ingest, Lakehouse lakehouse, FxJobs jobs, Job<RefreshReport> refresh) {
    this.ingest = ingest;
    this.lakehouse = lakehouse;
    this.jobs = jobs;
    this.refresh = refresh;
    contentsLane =
        jobs.latest(
            value -> {
              contents.set(new Load.Ready<>(value));
              selected
                  .get()
                  .flatMap(node -> value.graph().node(node.name()))
                  .or(() -> first(value.graph()))
                  .ifPresent(this::select);
            },
            fault -> contents.set(new Load.Failed<>(fault)));
    rowsLane =
        jobs.latest(
            value -> rows.set(new Load.Ready<>(value)),
            fault -> rows.set(new Load.Failed<>(fault)));
    fixLane =
        jobs.latest(
            Duration.ofMillis(200),
            value -> fix.set(new Load.Ready<>(value)),
            fault -> fix.set(new Load.Failed<>(fault)));
  }

  /// A table worth looking at first: the order lines, else any model with a text.
  private static Optional<ModelNode> first(ModelGraph graph) {
    return graph
        .node("silver.order_line")
        .or(() -> graph.nodes().stream().filter(node -> !node.sql().isEmpty()).findFirst());
  }

  public ReadOnlyObjectProperty<Load<Contents>> contents() {
    return contents.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<ModelNode>> selected() {
    return selected.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<QueryResult>> rows() {
    return rows.getReadOnlyProperty();
  }

  /// What the fix being typed would do.
  public ReadOnlyObjectProperty<Load<FixPreview>> fix() {
    return fix.getReadOnlyProperty();
  }

  public void reload() {
    contents.set(contents.get().reload());
    contentsLane.submit(
        progress ->
            new Contents(
                lakehouse.status(),
                lakehouse.graph(),
                ingest.quarantine(QuarantineFilter.open(HELD_SHOWN)),
                ingest.quarantined(QuarantineFilter.open(HELD_SHOWN)),
                ingest.quality(),
                ingest.landings(),
                ingest.contracts()));
  }

  public void select(String name) {
    Contents now = contents.get().value();
    if (now != null) {
      now.graph().node(name).ifPresent(this::select);
    }
  }

  private void select(ModelNode node) {
    boolean another = selected.get().map(old -> !old.name().equals(node.name())).orElse(true);
    selected.set(Optional.of(node));
    if (another) {
      rows.set(Load.idle());
    }
  }

  /// Reads the first rows of the selected table.
  public void readRows() {
    Optional<ModelNode> node = selected.get().filter(one -> !one.columns().isEmpty());
    if (node.isEmpty()) {
      return;
    }
    rows.set(rows.get().reload());
    String table = node.get().name();
    rowsLane.submit(
        progress ->
            lakehouse.query(
                "from " + table + " limit " + ROWS_SHOWN, QueryLimits.SCREEN, progress));
  }

  /// Where a column comes from.
  ///
  /// @param values a few values as received, with file and line
  public record Origin(ColumnTrace trace, List<ReceivedValue> values) {}

  /// Follows a column of the selected table back to what was received.
  public void trace(String column, Consumer<Origin> done, Consumer<Fault> failed) {
    Contents now = contents.get().value();
    Optional<ModelNode> node = selected.get();
    if (now == null || node.isEmpty()) {
      return;
    }
    ColumnTrace trace = ColumnTrace.of(now.graph(), node.get().name(), column);
    jobs.run(
        Messages.text("data.trace"),
        progress -> new Origin(trace, ReceivedValue.of(lakehouse, trace, VALUES_SHOWN, progress)),
        done,
        failed);
  }

  public void refresh(Consumer<RefreshReport> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("data.refresh"),
        refresh,
        report -> {
          reload();
          done.accept(report);
        },
        failed);
  }

  /// Looks into files; each with the mapping the program suggests.
  public void preview(List<Path> files, Consumer<List<FilePreview>> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("data.preview"),
        progress -> {
          List<FilePreview> previews = new ArrayList<>();
          for (Path file : files) {
            progress.checkCancelled();
            progress.stage(String.valueOf(file.getFileName()));
            previews.add(ingest.preview(file));
          }
          return previews;
        },
        done,
        failed);
  }

  /// Lands one file with a mapping the person confirmed.
  public void load(
      Path file, Mapping mapping, Consumer<ImportReport> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("data.import-one", file.getFileName()),
        progress -> ingest.load(file, mapping, progress),
        report -> {
          reload();
          done.accept(report);
        },
        failed);
  }

  public Mapping suggest(FilePreview preview, String dataset) {
    return ingest.suggest(preview, dataset);
  }

  /// Shows what an expression would do to the chosen rows; nothing for an empty one.
  public void previewFix(List<Long> ids, String expression) {
    if (ids.isEmpty() || expression.isBlank()) {
      fixLane.cancel();
      fix.set(Load.idle());
      return;
    }
    fix.set(fix.get().reload());
    fixLane.submit(progress -> ingest.previewFix(ids, expression));
  }

  public void fixAndReplay(
      List<Long> ids, String expression, Consumer<String> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("data.fix"),
        progress -> ingest.fixAndReplay(ids, expression, progress),
        report -> {
          fix.set(Load.idle());
          reload();
          done.accept(
              Messages.text(
                  "data.fix.done",
                  Long.toString(report.fixed()),
                  Long.toString(report.open()),
                  report.mapping()));
        },
        failed);
  }

  public void discard(List<Long> ids, String reason, Runnable done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("data.discard"),
        progress -> {
          ingest.discard(ids, reason);
          return ids.size();
        },
        count -> {
          reload();
          done.run();
        },
        failed);
  }

  @Override
  public void close() {
    contentsLane.close();
    rowsLane.close();
    fixLane.close();
  }
}

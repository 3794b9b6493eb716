package io.customer360.ingest;

import io.customer360.ingest.quarantine.QuarantineFilter;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A workspace of its own with an open lake, for one test.
public final class IngestFixture implements AutoCloseable {
  public static final String ORDERS =
      """
      version: 1
      name: shop-transaction
      dataset: transaction
      source: shop
      file: {format: csv}
      columns:
        order_id: order
        sku: sku
        ordered_at: at
        quantity: qty
        unit_price: price
        currency: currency
        source_key: customer
      """;
  public static final String ORDERS_HEADER = "order,sku,at,qty,price,currency,customer\n";

  private static final String CLOCK = "fixed:2026-11-20T09:40:00Z";

  final Path folder;
  public final Workspace workspace;
  final Lakehouse lakehouse;
  public final Ingest ingest;

  private IngestFixture(Path folder, Workspace workspace) {
    this.folder = folder;
    this.workspace = workspace;
    this.lakehouse =
        Lakehouse.open(workspace, LakehouseParts.of(List.of(), List.of(new IngestSchema())));
    this.ingest = Ingest.open(workspace, lakehouse);
  }

  public static IngestFixture create(Path folder) {
    return create(folder, CLOCK);
  }

  public static IngestFixture create(Path folder, String clock) {
    return new IngestFixture(
        folder,
        Workspace.create(
            folder.resolve("test.c360"),
            WorkspaceSettings.of("Test", "GBP", "Europe/London", clock)));
  }

  public static IngestFixture reopen(Path folder) {
    return new IngestFixture(folder, Workspace.open(folder.resolve("test.c360")));
  }

  Path file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public ImportReport load(String name, String text, String mapping) {
    return ingest.load(file(name, text), ingest.parseMapping(mapping), Progress.NONE);
  }

  public ImportReport orders(String name, String rows) {
    return load(name, ORDERS_HEADER + rows, ORDERS);
  }

  /// The rows of a query, cells joined by `|`.
  public List<String> rows(String sql) {
    return lakehouse.read(
        c ->
            Rows.list(
                c,
                sql,
                row -> {
                  StringBuilder cells = new StringBuilder();
                  for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.append(i > 1 ? "|" : "").append(row.getString(i));
                  }
                  return cells.toString();
                }));
  }

  void run(String sql) {
    lakehouse.read(
        c -> {
          Rows.run(c, sql);
          return true;
        });
  }

  long number(String sql) {
    return lakehouse.read(c -> Rows.number(c, sql));
  }

  /// Files of the bronze folder and of the mappings, by name.
  public List<String> stored() {
    try (Stream<Path> bronze = Files.walk(workspace.bronze());
        Stream<Path> mappings = Files.walk(workspace.mappings())) {
      return Stream.concat(bronze, mappings)
          .filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public List<QuarantineRow> open() {
    return ingest.quarantine(QuarantineFilter.open(100));
  }

  @Override
  public void close() {
    lakehouse.close();
    workspace.close();
  }
}

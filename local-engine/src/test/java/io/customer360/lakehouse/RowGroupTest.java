package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowGroupTest {
  private static final String GROUPS =
      "select count(distinct row_group_id) from pragma_storage_info('gold.n')";

  @TempDir Path folder;

  /// The file of an earlier version has large groups; it is read, changed and built anew all the
  /// same.
  @Test
  void tablesAreKeptInSmallGroupsAlsoInAFileThatHasLargeOnes() throws SQLException {
    Workspace workspace =
        Workspace.create(
            folder.resolve("a.c360"),
            WorkspaceSettings.of("Alder", "GBP", "Europe/London", "fixed:2026-11-20T09:40:00Z"));
    try (Connection plain =
        DriverManager.getConnection("jdbc:duckdb:" + workspace.lakeFile().toAbsolutePath())) {
      Rows.run(plain, "create schema gold");
      Rows.run(plain, "create table gold.n as select range as i from range(40000)");
      assertThat(Rows.number(plain, GROUPS)).isEqualTo(1);
    }
    try (Lakehouse lake = Lakehouse.open(workspace, LakehouseParts.of(List.of(), List.of()))) {
      lake.write(c -> Rows.update(c, "insert into gold.n select 40000"));
      assertThat(lake.<Long>read(c -> Rows.number(c, "select sum(i) from gold.n")))
          .isEqualTo(40_000L * 40_001 / 2);
      lake.write(
          c -> {
            Rows.run(c, "create or replace table gold.n as from gold.n order by i");
            return true;
          });
      assertThat(lake.<Long>read(c -> Rows.number(c, GROUPS))).isEqualTo(3);
      assertThat(lake.<Long>read(c -> Rows.number(c, "select i from gold.n where i = 39999")))
          .isEqualTo(39_999);
    }
    workspace.close();
  }
}

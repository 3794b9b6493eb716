package io.customer360.ui.control;

import java.util.List;

/// What stands behind a number: its rows, the query, and where the rows came from.
///
/// @param rows the first few rows, as text
/// @param source file and line, snapshot: `pos-2026-10.csv line 4,117, snapshot 4f2c91`
public record EvidenceContent(
    String title, List<String> columns, List<List<String>> rows, String query, String source) {
  public EvidenceContent {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}

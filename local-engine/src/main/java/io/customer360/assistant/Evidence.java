package io.customer360.assistant;

import java.util.List;

/// How a number came about, for the query drawer.
///
/// @param query the statements as run, values in place, the person's words as comments
/// @param method in plain words: what is counted, over which rows, what is estimated
/// @param tables the tables read
/// @param snapshot the lakehouse's snapshot id at the time
/// @param millis spent in queries
/// @param rows rows the queries returned
public record Evidence(
    String query, String method, List<String> tables, String snapshot, long millis, long rows) {
  public Evidence {
    tables = List.copyOf(tables);
  }
}

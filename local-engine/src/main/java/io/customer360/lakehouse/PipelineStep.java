package io.customer360.lakehouse;

import java.sql.Connection;
import java.util.List;
import java.util.Set;

/// A node of the pipeline computed in Java, such as identity resolution. Registered when the engine
/// is composed; the graph places it by what it reads and writes.
///
/// It must be a pure function of the tables it reads, of registry tables in `ops` it owns, and of
/// the context's date and seed: a full rebuild has to give the same rows, but for [#working]
/// tables.
public interface PipelineStep {
  /// Unique, lower case: `identity`.
  String name();

  /// What one row of its result is, in a few words.
  String grain();

  /// What it is for, one sentence.
  String meaning();

  /// Tables read, as `schema.table`.
  Set<String> reads();

  /// Tables written, as `schema.table`; each by one step or model only.
  Set<String> writes();

  /// Those of [#writes] that only this step reads, to find things by. Their rows may differ between
  /// a lake that grew and one that was rebuilt, as long as nothing else does: what they hold is no
  /// part of the content of gold, and is not hashed.
  default Set<String> working() {
    return Set.of();
  }

  /// Which columns the columns it writes are computed from, for lineage; columns that are not told
  /// end a trace. Only tables of [#reads] and [#writes] may be named.
  default List<ColumnEdge> columns() {
    return List.of();
  }

  /// Changes when the code or settings of the step change, so that its result is built anew.
  default String version() {
    return "1";
  }

  /// Creates or replaces every table of [#writes]. Runs inside a transaction that the caller
  /// commits together with the record of the run; the step neither begins nor commits.
  void run(Connection connection, StepContext context) throws Exception;
}

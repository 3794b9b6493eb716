package io.customer360.lakehouse;

import java.util.List;

/// Tables in `ops` that one area owns. Run at every opening, so each statement is idempotent
/// (`create table if not exists ops.decision (...)`, `alter table ... add column if not exists`).
public interface SchemaContribution {
  /// The area, for messages: `decision`.
  String area();

  List<String> statements();
}

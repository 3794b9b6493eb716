package io.customer360.identity;

import io.customer360.identity.steward.JudgementStore;
import io.customer360.lakehouse.PipelineStep;
import io.customer360.lakehouse.StepContext;
import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// Identity resolution as a node of the pipeline: source persons in; links, golden fields, trust
/// and blocked identifiers out. Reads and extends the registry of customer ids in `ops`.
public final class IdentityStep implements PipelineStep {
  @Override
  public String name() {
    return "identity";
  }

  @Override
  public String grain() {
    return "one link per source record, one row per golden field, one trust per customer";
  }

  @Override
  public String meaning() {
    return "Joins source records that are one person and chooses the value of each field.";
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "silver.source_person",
        "silver.loyalty_account",
        "silver.order_line",
        JudgementStore.TABLE);
  }

  @Override
  public Set<String> writes() {
    return Set.of(
        "gold.identity_link", "gold.golden_field", "gold.trust", "gold.blocked_identifier");
  }

  @Override
  public void run(Connection connection, StepContext context) throws SQLException {
    resolution(context.workspace()).run(connection, context.asOf(), context.progress());
  }

  /// A run as this workspace is set.
  static Resolution resolution(Workspace workspace) {
    String setting = workspace.settings().more().getOrDefault(SourceReliability.SETTING, "");
    return new Resolution(SourceReliability.parse(setting), ClusterBuilder.Limits.DEFAULT);
  }
}

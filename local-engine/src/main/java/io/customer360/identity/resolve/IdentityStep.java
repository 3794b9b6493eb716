package io.customer360.identity.resolve;

import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.weigh.ModelRegistry;
import io.customer360.identity.weigh.RecordStaging;
import io.customer360.identity.weigh.SourceReliability;
import io.customer360.lakehouse.ColumnEdge;
import io.customer360.lakehouse.PipelineStep;
import io.customer360.lakehouse.StepContext;
import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Identity resolution as a node of the pipeline: source persons in; links, golden fields and
/// blocked identifiers out. Reads and extends the registry of customer ids in `ops`.
public final class IdentityStep implements PipelineStep {
  private static final String PEOPLE = "silver.source_person";
  private static final String GOLDEN = "gold.golden_field";

  private final Workspace workspace;

  public IdentityStep(Workspace workspace) {
    this.workspace = workspace;
  }

  /// What is set for matching is a part of the version: changing it resolves everybody anew.
  @Override
  public String version() {
    return version(workspace, IdentityRules.of(workspace.settings().more()));
  }

  private static String version(Workspace workspace, IdentityRules rules) {
    Map<String, String> protections = rules.protections().settings();
    return "10 "
        + workspace.settings().more().getOrDefault(SourceReliability.SETTING, "")
        + " "
        + rules.thresholds()
        + (protections.isEmpty() ? "" : " " + protections);
  }

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public String grain() {
    return "one link per source record, one row per golden field";
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
        JudgementStore.TABLE,
        ModelRegistry.REQUESTS);
  }

  @Override
  public Set<String> writes() {
    return Set.of(
        RecordStaging.RECORDS,
        IndexTable.NAME,
        IndexTable.BLOCKS,
        "gold.identity_judged",
        "gold.identity_link",
        "gold.identity_pair",
        "gold.identity_model",
        "gold.golden_field",
        "gold.blocked_identifier");
  }

  @Override
  public Set<String> working() {
    return Set.of(IndexTable.NAME, IndexTable.BLOCKS);
  }

  /// A golden value is one of the same field of a customer's records, so each field is followed for
  /// itself; who is asked for the value of any field gets the columns of all.
  @Override
  public List<ColumnEdge> columns() {
    List<ColumnEdge> edges = new ArrayList<>();
    GoldenFields.origins()
        .forEach(
            (field, columns) -> {
              String part = ColumnEdge.part("value", "field", field);
              columns.forEach(column -> edges.add(new ColumnEdge(PEOPLE, column, GOLDEN, part)));
              edges.add(new ColumnEdge(PEOPLE, field, "gold.identity_link", "customer_id"));
              edges.add(new ColumnEdge(PEOPLE, field, GOLDEN, "customer_id"));
            });
    edges.add(
        new ColumnEdge(
            "silver.loyalty_account",
            "loyalty_id",
            GOLDEN,
            ColumnEdge.part("value", "field", "loyalty_id")));
    edges.add(new ColumnEdge(PEOPLE, "*", GOLDEN, "field"));
    edges.add(new ColumnEdge(PEOPLE, "source_person_id", "gold.identity_link", "source_person_id"));
    edges.add(new ColumnEdge(PEOPLE, "source_person_id", GOLDEN, "source_person_id"));
    edges.add(new ColumnEdge(PEOPLE, "source", GOLDEN, "source"));
    edges.add(new ColumnEdge(PEOPLE, "_file", GOLDEN, "file"));
    edges.add(new ColumnEdge(PEOPLE, "_line", GOLDEN, "line"));
    edges.add(new ColumnEdge(PEOPLE, "created_at", GOLDEN, "recorded_at"));
    edges.add(new ColumnEdge(PEOPLE, "updated_at", GOLDEN, "recorded_at"));
    return List.copyOf(edges);
  }

  @Override
  public void run(Connection connection, StepContext context) throws SQLException {
    resolution(context.workspace(), context.seed())
        .run(connection, context.asOf(), context.progress());
  }

  /// A run as this workspace is set.
  public static Resolution resolution(Workspace workspace, long seed) {
    return resolution(workspace, IdentityRules.of(workspace.settings().more()), seed);
  }

  /// A run by rules that are not in force.
  public static Resolution resolution(Workspace workspace, IdentityRules rules, long seed) {
    return new Resolution(
        SourceReliability.parse(
            workspace.settings().more().getOrDefault(SourceReliability.SETTING, "")),
        rules,
        version(workspace, rules),
        seed);
  }
}

package io.customer360.lakehouse;

import java.util.List;

/// What other rooms bring into the lake when the engine is composed.
public record LakehouseParts(
    List<PipelineStep> steps, List<SchemaContribution> schemas, List<PipelineUse> uses) {
  public static final LakehouseParts NONE = new LakehouseParts(List.of(), List.of(), List.of());

  public LakehouseParts {
    steps = List.copyOf(steps);
    schemas = List.copyOf(schemas);
    uses = List.copyOf(uses);
  }

  public static LakehouseParts of(List<PipelineStep> steps, List<SchemaContribution> schemas) {
    return new LakehouseParts(steps, schemas, List.of());
  }
}

package io.customer360.engine;

import io.customer360.lakehouse.PipelineStep;
import io.customer360.lakehouse.SchemaContribution;
import java.util.List;

/// What modules above the engine bring into its pipeline.
public record EngineExtras(List<PipelineStep> steps, List<SchemaContribution> schemas) {
  public static final EngineExtras NONE = new EngineExtras(List.of(), List.of());

  public EngineExtras {
    steps = List.copyOf(steps);
    schemas = List.copyOf(schemas);
  }
}

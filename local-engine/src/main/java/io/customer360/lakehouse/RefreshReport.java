package io.customer360.lakehouse;

import java.util.List;

/// What a refresh did, in the order of the pipeline.
public record RefreshReport(List<ModelRun> models, double seconds) {
  public RefreshReport {
    models = List.copyOf(models);
  }

  public long built() {
    return models.stream().filter(model -> !model.skipped()).count();
  }
}

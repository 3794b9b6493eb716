package io.customer360.model;

import java.util.List;

/// What a training run made, and what it could not make and why.
public record TrainingReport(List<ModelCard> trained, List<Untrained> untrained, double seconds) {
  /// A model for which there was too little data to learn honestly.
  public record Untrained(String model, String reason) {}
}

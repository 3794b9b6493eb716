package io.customer360.model;

import io.customer360.feature.FeatureMatrix;
import java.util.stream.IntStream;

/// The questions the workbench answers about each customer.
public enum ModelKind {
  /// Will an active customer (an order in the 365 days before the day) buy nothing in the 90 days
  /// after it?
  CHURN(
      "churn",
      "Churn risk, 90 days",
      "Of customers with an order in the last 365 days: who buys nothing in the next 90?",
      90,
      true),
  /// Will a known customer buy in the 30 days after the day?
  PROPENSITY(
      "propensity",
      "Buys in 30 days",
      "Of all known customers: who buys in the next 30 days?",
      30,
      false);

  private final String id;
  private final String label;
  private final String question;
  private final int horizonDays;
  private final boolean activeOnly;

  ModelKind(String id, String label, String question, int horizonDays, boolean activeOnly) {
    this.id = id;
    this.label = label;
    this.question = question;
    this.horizonDays = horizonDays;
    this.activeOnly = activeOnly;
  }

  /// `churn`, `propensity`: the name in `gold.score.model` and the folder in the registry.
  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  /// What exactly is predicted, of whom.
  public String question() {
    return question;
  }

  public int horizonDays() {
    return horizonDays;
  }

  /// Whether only customers with an order in the year before are asked about; others get no score.
  public boolean activeOnly() {
    return activeOnly;
  }

  /// Of these customers those the question is asked about.
  FeatureMatrix asked(FeatureMatrix everybody) {
    if (!activeOnly) {
      return everybody;
    }
    double[] orders = everybody.column("orders_365d");
    return everybody.select(
        IntStream.range(0, everybody.rows()).filter(i -> orders[i] > 0).toArray());
  }
}

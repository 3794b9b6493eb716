package io.customer360.decision.action;

/// The class of an action, which decides who may let it go.
public enum ActionKind {
  SERVICE,
  MARKETING,
  LOYALTY,
  REGULATORY;

  /// As written in YAML and JSON: `service`.
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// As shown: `Service`.
  public String words() {
    return name().charAt(0) + key().substring(1);
  }
}

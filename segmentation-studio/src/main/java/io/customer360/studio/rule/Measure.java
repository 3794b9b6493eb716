package io.customer360.studio.rule;

/// What is made of a customer's events.
///
/// @param field the field it is made of; blank for a count and for days since
public record Measure(Kind kind, String field) {
  public static final Measure COUNT = new Measure(Kind.COUNT, "");

  /// How.
  public enum Kind {
    /// How many; 0 without any.
    COUNT("count"),
    /// The sum; 0 without any.
    SUM("sum"),
    /// The mean; not known without any.
    AVERAGE("average"),
    /// Not known without any.
    LARGEST("largest"),
    /// Not known without any.
    SMALLEST("smallest"),
    /// Whole times 24 hours from the last one to the data's today; not known without any.
    DAYS_SINCE_LAST("days_since_last"),
    /// Whole times 24 hours from the first one to the data's today; not known without any.
    DAYS_SINCE_FIRST("days_since_first");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }

    public boolean needsField() {
      return this == SUM || this == AVERAGE || this == LARGEST || this == SMALLEST;
    }
  }

  public Measure {
    if (kind.needsField() == field.isBlank()) {
      throw RuleFault.of(
          kind.needsField() ? kind.key() + " needs a field" : kind.key() + " takes no field");
    }
  }
}

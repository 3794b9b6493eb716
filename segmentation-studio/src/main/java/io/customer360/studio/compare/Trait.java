package io.customer360.studio.compare;

import java.util.OptionalDouble;

/// One thing that may be commoner among some than among others.
///
/// @param field of the catalog, for a rule made of it; blank for one made of events
/// @param value of the field, or the words of what is tested: `Gold`, `yes`
/// @param title as shown: `Loyalty tier: Gold`
/// @param inside share of the segment that has it, 0 to 1
/// @param against share of the others that has it
/// @param lift inside divided by against; infinite when nobody of the others has it
/// @param low lower end of the lift's 95 % interval
/// @param high its upper end
/// @param pValue that the shares are equal, two-sided
/// @param differs whether it is a finding with the share of false ones held to 5 %
public record Trait(
    String field,
    String value,
    String title,
    int insideCount,
    int againstCount,
    double inside,
    double against,
    double lift,
    double low,
    double high,
    double pValue,
    boolean differs) {
  private static final String ABOVE = "more than ";

  /// The value of a trait that is a number above another.
  static String above(String number) {
    return ABOVE + number;
  }

  /// The number this trait is to be above; empty for one that is no number.
  public OptionalDouble floor() {
    return !field.isEmpty() && value.startsWith(ABOVE)
        ? OptionalDouble.of(Double.parseDouble(value.substring(ABOVE.length())))
        : OptionalDouble.empty();
  }
}

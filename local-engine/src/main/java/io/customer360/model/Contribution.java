package io.customer360.model;

/// One bar of an explanation.
///
/// @param feature the reason's stable name, `other` for the rest
/// @param label plain words with the customer's numbers: `2 late deliveries in 60 days`
/// @param value the main number of the reason; `NaN` when it is not known
/// @param average the same number of the average customer, whom contributions are measured against;
///     `NaN` when there is none
/// @param contribution probability added or taken
/// @param printed the contribution rounded so that the printed bars add up
public record Contribution(
    String feature,
    String label,
    double value,
    double average,
    double contribution,
    double printed) {}

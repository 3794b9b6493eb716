package io.customer360.lakehouse;

/// Where the received rows of a dataset are: `received = good + quarantined + duplicates`, always.
///
/// @param dataset `person`, or empty for all together
/// @param quarantined set aside because they break the contract, discarded ones included
public record Balance(String dataset, long received, long good, long quarantined, long duplicates) {
  public boolean balanced() {
    return received == good + quarantined + duplicates;
  }

  Balance plus(Balance other) {
    return new Balance(
        dataset,
        received + other.received,
        good + other.good,
        quarantined + other.quarantined,
        duplicates + other.duplicates);
  }
}

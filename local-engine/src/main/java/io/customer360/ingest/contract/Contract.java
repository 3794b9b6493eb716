package io.customer360.ingest.contract;

import java.util.List;

/// What rows of a canonical dataset must keep to be good.
///
/// @param origin `built in`, or the workspace file that overrides it
/// @param mostBad the share of bad rows above which a whole file is refused
/// @param text the contract as written
public record Contract(
    String dataset, String origin, double mostBad, List<ContractRule> rules, String text) {}

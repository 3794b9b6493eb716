package io.customer360.ingest.contract;

/// One promise about one column.
///
/// @param kind `required`, `type`, `range`, `codes`, `pattern`, `not_in_future`, `known` ...
/// @param words as shown: `must be -500 to 500`
public record ContractRule(String field, String kind, String words) {}

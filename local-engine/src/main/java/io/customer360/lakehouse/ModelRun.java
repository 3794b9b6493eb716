package io.customer360.lakehouse;

/// One table of one refresh.
///
/// @param name `gold.customer`
/// @param hash over the content, independent of the order of rows
/// @param skipped it was up to date and was not built
public record ModelRun(String name, long rows, double seconds, String hash, boolean skipped) {}

package io.customer360.decision.arbitration;

/// A fact that speaks for the decision and where it leads back to.
///
/// @param label `Late deliveries in 60 days`
/// @param value as shown: `2`
/// @param domain `transactions`, `delivery`, `service`, `loyalty`, `model`
/// @param table the gold table behind it: `gold.orders`
/// @param ref the row, order, ticket or model: `AP-88213`; blank for an aggregate
public record Evidence(String label, String value, String domain, String table, String ref) {}

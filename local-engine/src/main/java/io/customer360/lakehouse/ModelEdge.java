package io.customer360.lakehouse;

/// Data flows from one node to another.
public record ModelEdge(String from, String to) {}

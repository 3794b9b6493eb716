package io.customer360.ingest.bronze;

import java.util.List;
import java.util.Map;

/// What the duplicate search and the contract say about a landing.
///
/// @param remarks plain words worth showing
/// @param badByRule rows held back by field and rule, for messages
public record Verdict(
    long accepted,
    long quarantined,
    long duplicates,
    List<String> remarks,
    Map<String, Long> badByRule) {}

package io.customer360.studio.activate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What came of an activation.
///
/// @param members of the segment
/// @param queued rows written to the outbox; 0 for a preview
/// @param allowed who may be addressed
/// @param refused the others by reason; with those allowed they are the members
public record ActivationReport(
    String segment,
    int version,
    String target,
    String channel,
    String purpose,
    long members,
    long allowed,
    long queued,
    Map<String, Long> refused) {
  public ActivationReport {
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
  }
}

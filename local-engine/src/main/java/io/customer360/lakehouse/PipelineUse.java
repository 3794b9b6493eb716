package io.customer360.lakehouse;

import java.util.Set;

/// A place where tables end up in front of a person or an agent; the right edge of the lineage.
///
/// @param name as the screens call it: `360 profile`
public record PipelineUse(String name, String meaning, Set<String> reads) {}

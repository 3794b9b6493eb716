package io.customer360.ingest.mapping;

import java.util.List;

/// A mend a person wrote for rows held back, kept in the mapping.
///
/// @param landing where the rows are
/// @param lines their lines in the source file
/// @param field canonical column
/// @param expression over canonical columns, such as `quantity / 1000`
public record MappingFix(String landing, List<Long> lines, String field, String expression) {}

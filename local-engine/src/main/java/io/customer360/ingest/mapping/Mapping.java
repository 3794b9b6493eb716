package io.customer360.ingest.mapping;

import java.util.List;
import java.util.Map;

/// What a file's columns mean. A text a person can read and change; each change is a new revision.
///
/// @param name the name it is kept under: `webshop-transaction`
/// @param revision 1 for the first text, counted up by the workspace
/// @param dataset canonical dataset
/// @param source the system the rows come from: `webshop`
/// @param key raw columns that name a row; equal rows of one file are duplicates only when there is
///     a key, else they are repeated lines
/// @param columns canonical column to what fills it, in canonical order
public record Mapping(
    String name,
    int revision,
    String dataset,
    String source,
    FileOptions options,
    List<String> key,
    Map<String, ColumnMapping> columns,
    List<MappingFix> fixes) {}

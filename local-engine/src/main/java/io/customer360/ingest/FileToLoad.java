package io.customer360.ingest;

import io.customer360.ingest.mapping.Mapping;
import java.nio.file.Path;

/// A file and how to read it.
public record FileToLoad(Path file, Mapping mapping) {}

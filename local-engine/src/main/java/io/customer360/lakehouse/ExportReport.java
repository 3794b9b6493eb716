package io.customer360.lakehouse;

import java.nio.file.Path;

/// What an export wrote.
public record ExportReport(Path file, ExportFormat format, long rows, double seconds) {}

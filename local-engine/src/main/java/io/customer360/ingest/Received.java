package io.customer360.ingest;

import io.customer360.ingest.bronze.Scratch;
import io.customer360.ingest.file.RawWriter;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.mapping.Mapping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A file that is in, as received, and does not count yet. Closing gives its temporary files up.
///
/// @param size bytes of the file when its reading began
/// @param mapping as wanted, not yet numbered
/// @param landing name the landing will have; its rows carry it
/// @param written empty when the same file was landed before, read in the same way
/// @param restores the landing of the same bytes whose rows are gone, which this one becomes again
/// @param remarks about columns that are landed under another name than the file's
/// @param seconds that receiving took
record Received(
    Path file,
    long size,
    Mapping mapping,
    String sha256,
    String landing,
    Instant at,
    Optional<RawWriter.Written> written,
    Optional<Manifest> restores,
    List<String> remarks,
    Scratch scratch,
    double seconds)
    implements AutoCloseable {
  String label() {
    return Faults.name(file);
  }

  @Override
  public void close() {
    scratch.close();
  }
}

package io.customer360.connector.file;

import io.customer360.connector.Attempt;
import io.customer360.connector.Destination;
import io.customer360.connector.Parcel;
import io.customer360.file.AtomicFile;
import io.customer360.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Writes each parcel as `<key>.json` into a folder. A file appears whole or not at all, is on the
/// disk before the parcel counts as delivered, and the same key is the same file: a repeated
/// delivery changes nothing.
public final class FileDropDestination implements Destination {
  private final String name;
  private final Path folder;

  public FileDropDestination(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean idempotent() {
    return true;
  }

  @Override
  public Attempt deliver(Parcel parcel, Progress progress) {
    String safe = parcel.key().replaceAll("[^A-Za-z0-9._-]", "_");
    Path file = folder.resolve(safe + ".json");
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        return new Attempt.Delivered("Already there: " + file.getFileName());
      }
      AtomicFile.of(file).durable().text(parcel.body());
      return new Attempt.Delivered("Written: " + file.getFileName());
    } catch (IOException e) {
      return new Attempt.TryLater("Not written to " + folder + ": " + e, Optional.empty());
    }
  }
}

package io.customer360.ingest.file;

import io.customer360.ingest.mapping.Faults;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The bytes of a file as a person handed it over: checks that it is one, opens it, hashes it.
public final class SourceFile {
  private static final int BUFFER = 1 << 18;

  private SourceFile() {}

  /// Refuses what is missing, a folder, empty or not readable.
  public static void check(Path file) {
    if (!Files.exists(file)) {
      throw Faults.missing(file);
    }
    if (Files.isDirectory(file)) {
      throw Faults.directory(file);
    }
    if (!Files.isReadable(file)) {
      throw Faults.unreadable(file, null);
    }
    if (size(file) == 0) {
      throw Faults.empty(file);
    }
  }

  public static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failure) {
      throw Faults.unreadable(file, failure);
    }
  }

  /// The first bytes, decompressed; fewer when the file is shorter.
  static byte[] head(Path file, boolean gzip, int limit) {
    try (InputStream in = open(file, gzip)) {
      return in.readNBytes(limit);
    } catch (IOException failure) {
      throw translate(file, failure);
    }
  }

  static InputStream open(Path file, boolean gzip) throws IOException {
    InputStream raw = Files.newInputStream(file);
    if (!gzip) {
      return raw;
    }
    try {
      return new GZIPInputStream(raw, BUFFER);
    } catch (IOException failure) {
      raw.close();
      throw failure;
    }
  }

  static io.customer360.fault.WorkbenchException translate(Path file, IOException failure) {
    return switch (failure) {
      case EOFException end -> Faults.halfGzip(file, end);
      case ZipException broken -> Faults.brokenGzip(file, broken);
      default -> Faults.unreadable(file, failure);
    };
  }

  public static boolean isGzip(Path file) {
    byte[] head = head(file, false, 2);
    return head.length == 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
  }

  public static boolean isParquet(Path file) {
    byte[] head = head(file, false, 4);
    return new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).equals("PAR1");
  }

  /// SHA-256 of the file as it is on disk, in hex. Returns an empty text when stopped.
  static String sha256(Path file, BooleanSupplier stopped) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      int read;
      while ((read = in.read(buffer)) >= 0) {
        if (stopped.getAsBoolean()) {
          return "";
        }
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}

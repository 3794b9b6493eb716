package io.customer360.connector.delivery;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The database driver with its native libraries beside it, as the program is shipped. From its jar
/// it would unpack 72 MB at every start, and a process that is killed leaves them behind.
final class UnpackedDriver {
  private static final String DRIVER = "duckdb_jdbc";
  private static final String NATIVE = "libduckdb_java.so_";

  private UnpackedDriver() {}

  /// A class path as given, with the driver taken from `folder`, where it is unpacked.
  static String on(String classPath, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> parts = new ArrayList<>();
    for (String part : classPath.split(File.pathSeparator, -1)) {
      boolean driver = Path.of(part).getFileName().toString().startsWith(DRIVER);
      parts.add(driver ? unpack(Path.of(part), folder).toString() : part);
    }
    return String.join(File.pathSeparator, parts);
  }

  private static Path unpack(Path jar, Path folder) throws IOException {
    Path classes = folder.resolve(jar.getFileName());
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(classes))) {
      Enumeration<? extends ZipEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.getName().startsWith(NATIVE)) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          copy(from, entry, to);
          to.closeEntry();
        } else if (entry.getName().equals(NATIVE + platform())) {
          try (OutputStream library = Files.newOutputStream(folder.resolve(entry.getName()))) {
            copy(from, entry, library);
          }
        }
      }
    }
    return classes;
  }

  private static String platform() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system =
        name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
    String arch = System.getProperty("os.arch");
    return system + (arch.equals("aarch64") ? "_arm64" : "_amd64");
  }

  private static void copy(ZipFile from, ZipEntry entry, OutputStream to) throws IOException {
    try (InputStream in = from.getInputStream(entry)) {
      in.transferTo(to);
    }
  }
}

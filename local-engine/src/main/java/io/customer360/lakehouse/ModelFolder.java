package io.customer360.lakehouse;

import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds the SQL models: every `<schema>/<table>.sql` below the folder `models` of this package,
/// on the class path as folders or inside jars.
final class ModelFolder {
  private static final String FOLDER = "io/customer360/lakehouse/models";

  private ModelFolder() {}

  static List<SqlModel> load(ClassLoader classes) {
    try {
      Map<String, SqlModel> models = new TreeMap<>();
      for (URL place : Collections.list(classes.getResources(FOLDER))) {
        for (SqlModel model : read(place.toURI())) {
          SqlModel twin = models.put(model.name(), model);
          if (twin != null) {
            throw WorkbenchException.internal(
                "C360-LAKE-022", model.file() + " and " + twin.file() + " define one table.", null);
          }
        }
      }
      return List.copyOf(models.values());
    } catch (IOException | URISyntaxException failure) {
      throw WorkbenchException.internal(
          "C360-LAKE-023", "The SQL models cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static List<SqlModel> read(URI place) throws IOException {
    if (place.getScheme().equals("jar")) {
      String whole = place.toString();
      int inside = whole.indexOf("!/");
      try (FileSystem jar =
          FileSystems.newFileSystem(URI.create(whole.substring(0, inside)), Map.of())) {
        return read(jar.getPath(FOLDER));
      }
    }
    return read(Path.of(place));
  }

  static List<SqlModel> read(Path folder) throws IOException {
    List<SqlModel> models = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).sorted().toList()) {
        String table = file.getFileName().toString();
        table = table.substring(0, table.length() - ".sql".length());
        Path parent = file.getParent();
        String schema = parent == null ? "" : parent.getFileName().toString().replace("/", "");
        models.add(
            SqlModel.parse(
                schema + "." + table, schema + "/" + table + ".sql", Files.readString(file)));
      }
    }
    return models;
  }
}

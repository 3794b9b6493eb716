package io.customer360.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Name and version, as the build wrote them.
public record Version(String name, String version) {
  public static Version read() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Version(
        properties.getProperty("name", "Customer360 Workbench"),
        properties.getProperty("version", "unknown"));
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}

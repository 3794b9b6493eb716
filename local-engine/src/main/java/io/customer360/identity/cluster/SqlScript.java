package io.customer360.identity.cluster;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/// A `.sql` resource, with `{{name}}` places for identifiers and expressions that the code beside
/// it supplies; never for values from outside.
public record SqlScript(String text) {
  /// @param beside a class of the package that holds the resource
  public static SqlScript load(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw WorkbenchException.internal("C360-IDN-002", "Missing resource " + name + ".", null);
      }
      return new SqlScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw WorkbenchException.internal("C360-IDN-002", "Unreadable resource " + name + ".", e);
    }
  }

  public SqlScript with(Map<String, String> places) {
    String filled = text;
    for (var place : places.entrySet()) {
      filled = filled.replace("{{" + place.getKey() + "}}", place.getValue());
    }
    return new SqlScript(filled);
  }

  /// Statement by statement: a script ends each with a semicolon at the end of a line.
  public void run(Connection connection) throws SQLException {
    for (String statement : text.split(";\\s*\\n", -1)) {
      if (!statement.isBlank()) {
        Rows.run(connection, statement);
      }
    }
  }
}

package io.customer360.lakehouse;

import io.customer360.phone.PhoneNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// What SQL models ask of Java.
///
/// `phone_e164(written, region, otherwise)` is [PhoneNumbers#e164]; null for no number. It takes
/// some ten microseconds, so models call it once for each distinct value.
public final class SqlFunctions {
  private SqlFunctions() {}

  /// Makes them known to a database and every connection to it.
  public static void register(Connection connection) throws SQLException {
    try (var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("phone_e164")
          .withParameters(String.class, String.class, String.class)
          .withReturnType(String.class)
          .withVectorizedFunction(SqlFunctions::e164)
          .register(connection);
    }
  }

  private static void e164(DuckDBDataChunkReader rows, DuckDBWritableVector numbers) {
    for (long row = 0; row < rows.rowCount(); row++) {
      String written = text(rows, 0, row);
      String number =
          written == null
              ? null
              : PhoneNumbers.e164(written, text(rows, 1, row), text(rows, 2, row));
      if (number == null) {
        numbers.setNull(row);
      } else {
        numbers.setString(row, number);
      }
    }
  }

  private static @Nullable String text(DuckDBDataChunkReader rows, int column, long row) {
    DuckDBReadableVector values = rows.vector(column);
    return values.isNull(row) ? null : values.getString(row);
  }
}

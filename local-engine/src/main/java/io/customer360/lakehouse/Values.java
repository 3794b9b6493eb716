package io.customer360.lakehouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/// Turns what the driver gives into plain Java values. Times of the lake are UTC whatever the
/// machine's own zone is.
final class Values {
  private Values() {}

  static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean yes -> yes;
      case Byte small -> small.intValue();
      case Short small -> small.intValue();
      case Integer number -> number;
      case Long number -> number;
      case BigInteger huge -> new BigDecimal(huge);
      case BigDecimal money -> money;
      case Float real -> real.doubleValue();
      case Double real -> real;
      case LocalDate day -> day;
      case Date day -> day.toLocalDate();
      case LocalTime time -> time;
      case OffsetDateTime moment -> moment.toInstant();
      case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
      case Timestamp moment -> utc(moment);
      case Array list -> list((Object[]) list.getArray());
      case DuckDBStruct struct -> map(struct.getMap());
      case Struct struct -> list(struct.getAttributes());
      case Map<?, ?> map -> map(map);
      default -> value.toString();
    };
  }

  /// The driver builds a `Timestamp` from the wall clock, which the machine's zone would shift.
  private static Instant utc(Timestamp moment) {
    return moment.toLocalDateTime().toInstant(ZoneOffset.UTC);
  }

  private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
    @Nullable Object[] plain = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = plain(values[i]);
    }
    return new ArrayList<>(Arrays.asList(plain));
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> values) throws SQLException {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      plain.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
    }
    return plain;
  }
}

package io.customer360.identity.weigh;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The staged records as the matcher reads them.
public final class StagedPeople {
  /// Compared fields, in the order a person reads them.
  public static final List<String> FIELDS =
      List.of(
          "first_name",
          "last_name",
          "birth_date",
          "mailbox_id",
          "phone",
          "address",
          "postcode",
          "city",
          "loyalty_number");

  private StagedPeople() {}

  /// The records of this run. Row `r` of the table is record `r`: ids are the record numbers,
  /// padded so that they sort as numbers do.
  static RecordTable read(Connection connection) throws SQLException {
    return read(connection, "printf('%010d', record)", "identity_record order by record");
  }

  /// Records of the last resolution by their own ids.
  ///
  /// @param which a condition on `gold.identity_record`
  public static RecordTable some(
      Connection connection, String which, @Nullable Object... parameters) throws SQLException {
    return read(
        connection,
        "source_person_id",
        RecordStaging.RECORDS + " where " + which + " order by source_person_id",
        parameters);
  }

  /// Records of a temporary table, by their own ids.
  ///
  /// @param table with the columns of `gold.identity_record`, and maybe a condition
  public static RecordTable of(Connection connection, String table) throws SQLException {
    return read(connection, "source_person_id", table + " order by source_person_id");
  }

  private static RecordTable read(
      Connection connection, String id, String from, @Nullable Object... parameters)
      throws SQLException {
    RecordTableBuilder builder = new RecordTableBuilder(FIELDS);
    @Nullable String[] values = new @Nullable String[FIELDS.size()];
    Rows.list(
        connection,
        "select "
            + id
            + ", first_name, last_name, birth_date::varchar,"
            // decision: a mailbox is compared as a whole. Most are made of the name, so the
            // likeness of two addresses would count the likeness of two names again.
            + " case when not email_placeholder then md5(email_key) end,"
            + " case when not phone_placeholder then ltrim(phone_key, '+') end, address, postcode, city,"
            + " case when not loyalty_placeholder then loyalty_key end from "
            + from,
        row -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = row.getString(i + 2);
          }
          builder.add(0, row.getString(1), values);
          return true;
        },
        parameters);
    return builder.build();
  }
}

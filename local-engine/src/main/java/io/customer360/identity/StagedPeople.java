package io.customer360.identity;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The staged records as the matcher reads them. Row `r` of the table is record `r`: ids are the
/// record numbers, padded so that they sort as numbers do.
final class StagedPeople {
  /// Compared fields, in the order a person reads them.
  static final List<String> FIELDS =
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

  static RecordTable read(Connection connection) throws SQLException {
    RecordTableBuilder builder = new RecordTableBuilder(FIELDS);
    @Nullable String[] values = new @Nullable String[FIELDS.size()];
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select record, first_name, last_name, birth_date::varchar,
                  -- decision: a mailbox is compared as a whole. Most are made of the name, so the
                  -- likeness of two addresses would count the likeness of two names again.
                  case when not email_placeholder then md5(email_key) end,
                  case when not phone_placeholder then phone_key end,
                  address, postcode, city,
                  case when not loyalty_placeholder then loyalty_key end
                from identity_record order by record
                """)) {
      while (rows.next()) {
        for (int i = 0; i < values.length; i++) {
          values[i] = rows.getString(i + 2);
        }
        builder.add(0, id(rows.getInt(1)), values);
      }
    }
    return builder.build();
  }

  private static String id(int record) {
    return String.format("%010d", record);
  }
}

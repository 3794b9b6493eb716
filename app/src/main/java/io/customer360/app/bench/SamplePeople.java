package io.customer360.app.bench;

import io.customer360.job.Progress;
import io.customer360.sample.SampleData;
import io.customer360.sample.SampleListener;
import io.customer360.sample.SampleSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The person records of the sample's source systems in one CSV: `id, name, email, phone,
/// birth_date, street, city, postcode, card` as each system writes them, and `person`, the truth.
final class SamplePeople {
  /// Source records a customer has on average.
  private static final double RECORDS_EACH = 3.635;

  private static final String SOURCES =
      """
      select 'crm:' || "Customer No" as id,
        concat_ws(' ', "Forename", "Surname") as name, "E-Mail Address" as email,
        "Telephone" as phone, "D.O.B." as birth_date, "Address Line" as street, "Town" as city,
        "Post Code" as postcode, "Club Card" as card
      from read_csv('%1$s/crm/crm-full.csv', all_varchar = true, delim = ';', encoding = 'latin-1')
      union all
      select 'webshop:' || account_id, display_name, email, telephone, null, delivery_street,
        delivery_city, delivery_zip, club_no
      from read_csv('%1$s/webshop/accounts.csv', all_varchar = true)
      union all
      select 'pos:' || cust_ref, name_on_receipt, receipt_mail, tel, null, street, town, post_code,
        card_no
      from read_csv('%1$s/pos/receipt-customers.csv', all_varchar = true)
      union all
      select 'app:' || "userId", concat_ws(' ', given, family), email, msisdn, null, null, null,
        null, "clubCard"
      from read_csv('%1$s/app/users.csv', all_varchar = true)
      union all
      select 'loyalty:' || member, concat_ws(' ', first, last), mail, mobile, born, null, null,
        pcode, card
      from read_csv('%1$s/loyalty/members.tsv', all_varchar = true, delim = '\t')
      union all
      select 'messaging:' || contact, concat_ws(' ', greeting_name, family_name), address,
        sms_number, null, null, null, null, null
      from read_csv('%1$s/messaging/contacts.csv', all_varchar = true)
      union all
      select 'servicedesk:' || requester_id, requester_name, requester_email, requester_phone, null,
        null, null, null, club_card
      from read_csv('%1$s/servicedesk/requesters.csv', all_varchar = true)
      """;

  private SamplePeople() {}

  /// Writes about so many records, each once, in the order of their ids.
  ///
  /// @return how many
  static long write(Path file, Path folder, int records, Progress progress)
      throws IOException, SQLException {
    int customers = (int) Math.max(50, Math.round(records / RECORDS_EACH));
    progress.stage("Invent " + customers + " people");
    SampleData.writePeople(
        folder, SampleSpec.of(customers, SampleSpec.DEFAULT_SEED), new Listener(progress));
    progress.stage("Put their records together");
    String where = folder.toString().replace("'", "''");
    String out = file.toString().replace("'", "''");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set memory_limit = '2GB'");
      statement.execute(
          "copy (select distinct on (r.id) r.*, t.person_id as person from ("
              + SOURCES.formatted(where)
              + ") r join read_csv('"
              + where
              + "/truth/persons.csv', all_varchar = true) t"
              + " on r.id = t.source || ':' || t.source_key order by r.id) to '"
              + out
              + "' (header)");
      try (ResultSet count =
          statement.executeQuery(
              "select count(*) from read_csv('" + out + "', all_varchar = true)")) {
        count.next();
        return count.getLong(1);
      }
    }
  }

  private record Listener(Progress progress) implements SampleListener {
    @Override
    public void progress(String stage, double done) {
      progress.fraction(done);
    }

    @Override
    public boolean cancelled() {
      return progress.cancelled();
    }
  }
}

package io.customer360.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleDataTest {
  private static final int CUSTOMERS = 2_000;

  private Path temp = Path.of(".");
  private SampleSummary summary;
  private Connection connection;

  @BeforeAll
  void write(@TempDir Path folder) throws Exception {
    temp = folder;
    summary = SampleData.write(folder(), SampleSpec.of(CUSTOMERS, 7), SampleListener.SILENT);
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  private Path folder() {
    return temp.resolve("sample");
  }

  @Test
  void peopleAloneAreThePeopleOfTheWholeSample(@TempDir Path temp) throws IOException {
    SampleSpec spec = SampleSpec.of(300, 7);
    SampleData.write(temp.resolve("whole"), spec, SampleListener.SILENT);
    SampleData.writePeople(temp.resolve("people"), spec, SampleListener.SILENT);
    for (String file : List.of("crm/crm-full.csv", "app/users.csv", "truth/persons.csv")) {
      assertThat(temp.resolve("people/" + file))
          .hasSameBinaryContentAs(temp.resolve("whole/" + file));
    }
    assertThat(temp.resolve("people/webshop/orders.jsonl")).doesNotExist();
  }

  @Test
  void theSameSpecGivesTheSameBytes() throws Exception {
    SampleSpec spec = SampleSpec.of(600, 7);
    SampleData.write(temp.resolve("a"), spec, SampleListener.SILENT);
    SampleData.write(temp.resolve("b"), spec, SampleListener.SILENT);
    SampleData.write(temp.resolve("c"), SampleSpec.of(600, 8), SampleListener.SILENT);
    assertThat(hashes(temp.resolve("a"))).isEqualTo(hashes(temp.resolve("b")));
    assertThat(hashes(temp.resolve("a")).get("crm/crm-full.csv"))
        .isNotEqualTo(hashes(temp.resolve("c")).get("crm/crm-full.csv"));
  }

  @Test
  void everyImportHasItsMapping() {
    assertThat(summary.imports()).hasSizeGreaterThan(30);
    assertThat(summary.imports())
        .allSatisfy(
            file -> {
              assertThat(folder().resolve(file.path())).exists();
              assertThat(folder().resolve(file.mapping()))
                  .content()
                  .contains("dataset: " + file.dataset());
              assertThat(file.rows()).as(file.path()).isPositive();
            });
    assertThat(summary.rows())
        .isEqualTo(summary.imports().stream().mapToLong(SampleSummary.WrittenFile::rows).sum());
  }

  @Test
  void theTruthKnowsThePersonOfEveryRecord() throws SQLException {
    for (List<String> source :
        List.of(
            List.of("crm", "crm/crm-full.csv", "Customer No"),
            List.of("webshop", "webshop/accounts.csv", "account_id"),
            List.of("pos", "pos/receipt-customers.csv", "cust_ref"),
            List.of("app", "app/users.csv", "userId"),
            List.of("loyalty", "loyalty/members.tsv", "member"),
            List.of("servicedesk", "servicedesk/requesters.csv", "requester_id"),
            List.of("messaging", "messaging/contacts.csv", "contact"))) {
      String encoding = source.getFirst().equals("crm") ? ", encoding='latin-1'" : "";
      assertThat(
              number(
                  "select count(*) from read_csv('%s', all_varchar=true%s) r anti join read_csv('%s') t on t.source = '%s' and t.source_key = r.\"%s\""
                      .formatted(
                          path(source.get(1)),
                          encoding,
                          path("truth/persons.csv"),
                          source.get(0),
                          source.get(2))))
          .as(source.get(0))
          .isZero();
    }
    assertThat(number("select count(*) from read_csv('%s')".formatted(path("truth/churn.csv"))))
        .isEqualTo(CUSTOMERS);
  }

  @Test
  void theStoriesHappen() throws SQLException {
    long web =
        number(
            "select count(distinct coalesce(customer.club, customer.account)) from read_json('%s') where item.batch = '26-08'"
                .formatted(path("webshop/orders.jsonl")));
    long store =
        number(
            "select count(distinct card_no) from read_csv('%s', all_varchar=true) where batch = '26-08'"
                .formatted(path("pos/pos-*.csv")));
    assertThat(web + store).isEqualTo(Math.round(318 * CUSTOMERS / 10_482.0));
    assertThat(
            number(
                "select count(*) from read_csv('%s', delim='\t') where tier = 'Silver' and to_next < 150"
                    .formatted(path("loyalty/tiers.tsv"))))
        .isEqualTo(Math.round(64 * CUSTOMERS / 10_482.0));
    assertThat(
            number(
                "select count(*) from read_json('%s') where orderNumber in ('AP-88213', 'AP-89677')"
                    .formatted(path("webshop/orders.jsonl"))))
        .isEqualTo(4);
    assertThat(
            number(
                "select count(*) from read_csv('%s', all_varchar=true) where ticket = 'T-20418' and satisfaction = '2'"
                    .formatted(path("servicedesk/tickets.csv"))))
        .isEqualTo(1);
  }

  @Test
  void causesHaveEffects() throws SQLException {
    String churn = path("truth/churn.csv");
    assertThat(
            decimal(
                "select avg(churn_hazard) from read_csv('%s') where will_churn = 1"
                    .formatted(churn)))
        .isGreaterThan(
            decimal(
                    "select avg(churn_hazard) from read_csv('%s') where will_churn = 0"
                        .formatted(churn))
                + 0.2);
    assertThat(
            decimal(
                "select avg(will_churn) - avg(churn_hazard) from read_csv('%s')".formatted(churn)))
        .isBetween(-0.08, 0.08);
    String late =
        "select avg((delivered::date - promised::date >= 2)::int) from read_csv('%s') where delivered is not null and carrier = '%s'";
    assertThat(decimal(late.formatted(path("webshop/shipments.csv"), "Swiftline")))
        .isGreaterThan(2 * decimal(late.formatted(path("webshop/shipments.csv"), "Royal Parcel")));
  }

  @Test
  void plantedErrorsAreWhereTheTruthSays() throws Exception {
    long checked = 0;
    for (String row : Files.readAllLines(folder().resolve("truth/anomalies.csv"))) {
      String[] fields = row.split(",", 4);
      if (fields[2].equals("negative price") || fields[2].equals("unknown currency")) {
        String line = line(folder().resolve(fields[0]), Integer.parseInt(fields[1]));
        assertThat(line).contains(fields[3]);
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  private static String line(Path file, int number) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(number - 1L).findFirst().orElse("");
    }
  }

  private String path(String name) {
    return folder().resolve(name).toString();
  }

  private long number(String sql) throws SQLException {
    return (long) decimal(sql);
  }

  private double decimal(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getDouble(1);
    }
  }

  private static Map<String, String> hashes(Path folder) throws Exception {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        hashes.put(folder.relativize(file).toString(), HexFormat.of().formatHex(hash));
      }
    }
    return hashes;
  }
}

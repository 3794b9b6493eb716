package io.customer360.identity.household;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.lakehouse.SqlFunctions;
import io.customer360.lakehouse.StepContext;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who lives or pays together, and who only looks like it.
final class HouseholdTest {
  private static final WorkspaceSettings SETTINGS =
      WorkspaceSettings.of("homes", "GBP", "Europe/London", "data");

  @TempDir private Path folder;
  private Connection lake;

  @BeforeEach
  void open() throws Exception {
    lake = DriverManager.getConnection("jdbc:duckdb:");
    SqlFunctions.register(lake);
    sql("create schema gold; create schema silver");
    sql(
        """
        create table gold.customer (customer_id varchar, full_name varchar, last_name varchar,
          address varchar, postcode varchar, phone varchar)
        """);
    sql("create table gold.identity_link (source_person_id varchar, customer_id varchar)");
    sql("create table silver.loyalty_account (source_person_id varchar, loyalty_id varchar)");
  }

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  private void sql(String text) throws Exception {
    try (Statement statement = lake.createStatement()) {
      statement.execute(text);
    }
  }

  private void person(int id, String first, String last, String street, String post, String phone)
      throws Exception {
    sql(
        "insert into gold.customer values (%s, %s, %s, %s, %s, %s)"
            .formatted(
                text("C-%06d".formatted(id)),
                text(first + " " + last),
                text(last),
                text(street),
                text(post),
                text(phone)));
    sql("insert into gold.identity_link values ('crm:%d', 'C-%06d')".formatted(id, id));
  }

  private static String text(String value) {
    return value.isEmpty() ? "null" : "'" + value.replace("'", "''") + "'";
  }

  private List<String> households() throws Exception {
    try (Workspace workspace =
        Workspace.create(Files.createTempDirectory(folder, "run").resolve("h.c360"), SETTINGS)) {
      new HouseholdStep().run(lake, new StepContext(Instant.EPOCH, 7, workspace, Progress.NONE));
    }
    List<String> found = new ArrayList<>();
    try (Statement statement = lake.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select household_id || ' ' || string_agg(customer_id[5:], ',' order by customer_id)
                from gold.household_member group by household_id order by household_id
                """)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Test
  void addressNeedsTheLastNameAndIsReadThroughItsSpelling() throws Exception {
    person(1, "Ngozi", "Okafor", "14 Beckett Row", "LS6 3QN", "");
    person(2, "Chidi", "Okafor", "14, Beckett Row", "ls63qn", "");
    person(3, "Ann", "Reid", "14 Beckett Row", "LS6 3QN", "");
    assertThat(households()).containsExactly("H-000001 0001,0002");
  }

  @Test
  void aHouseholdIsNamedAfterItsFirstCustomerWhoeverElseThereIs() throws Exception {
    person(4, "Ngozi", "Okafor", "14 Beckett Row", "LS6 3QN", "");
    person(7, "Chidi", "Okafor", "14 Beckett Row", "LS6 3QN", "");
    assertThat(households()).containsExactly("H-000004 0004,0007");
    person(2, "Ann", "Reid", "9 Elm Way", "M1 1AA", "");
    assertThat(households()).containsExactly("H-000004 0004,0007");
  }

  @Test
  void phoneAndAccountTieFurtherAndThePathIsTold() throws Exception {
    person(1, "Ngozi", "Okafor", "14 Beckett Row", "LS6 3QN", "+441134960182");
    person(2, "Jo", "Hart", "Flat 2", "LS6 3QN", "+441134960182");
    person(3, "Kim", "Lee", "9 Elm Way", "M1 1AA", "");
    person(4, "Sam", "Fox", "1 Oak Road", "M2 2BB", "+441134960182");
    sql("insert into silver.loyalty_account values ('crm:2', 'AP-7'), ('crm:3', 'ap-7')");
    assertThat(households()).containsExactly("H-000001 0001,0002,0003");

    List<Tie> ties =
        List.of(
            new Tie("C-000001", "C-000002", Tie.Kind.PHONE, "+441134960182"),
            new Tie("C-000002", "C-000003", Tie.Kind.ACCOUNT, "AP-7"),
            new Tie("C-000001", "C-000005", Tie.Kind.ADDRESS, "x"),
            new Tie("C-000003", "C-000005", Tie.Kind.ADDRESS, "x"),
            new Tie("C-000003", "C-000006", Tie.Kind.ADDRESS, "x"));
    assertThat(LakeHouseholds.shortest(ties, "C-000001", "C-000006"))
        .hasSize(3)
        .last()
        .isEqualTo(ties.getLast());
    assertThat(LakeHouseholds.shortest(ties, "C-000001", "C-000009")).isEmpty();
  }

  @Test
  void aStudentHouseIsNoHousehold() throws Exception {
    for (int i = 1; i <= HouseholdStep.MOST + 1; i++) {
      person(i, "P" + i, "Smith", "University Hall", "LE3 9QP", "01164960000");
    }
    assertThat(households()).isEmpty();
  }

  @Test
  void peopleWithoutAddressOrPhoneAreOnTheirOwn() throws Exception {
    person(1, "A", "Smith", "", "LE3 9QP", "");
    person(2, "B", "Smith", "", "LE3 9QP", "");
    person(3, "C", "Smith", "", "", "");
    assertThat(households()).isEmpty();
  }
}

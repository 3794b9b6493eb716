package io.customer360.identity.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.PeopleFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ApartReasonTest {
  private PeopleFixture people;

  @BeforeEach
  void open() throws Exception {
    people = new PeopleFixture();
    people.sql("create table gold.identity_link (source_person_id varchar, customer_id varchar)");
    people.sql(
        "create table gold.identity_judged (left_record varchar, right_record varchar,"
            + " verdict varchar)");
  }

  @AfterEach
  void close() throws Exception {
    people.close();
  }

  private void record(String customer, String id, String email, String phone, String born)
      throws Exception {
    people.sql(
        "insert into silver.source_person (source_person_id, email, phone, birth_date) values ("
            + String.join(", ", quoted(id), quoted(email), quoted(phone), quoted(born))
            + ")");
    people.sql(
        "insert into gold.identity_link values (" + quoted(id) + ", " + quoted(customer) + ")");
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "null" : "'" + text + "'";
  }

  @Test
  void identifiersOfTheirOwnAreNamed() throws Exception {
    record("C-1", "crm:1", "Ann@example.org", "", "1980-01-01");
    record("C-1", "web:1", "", "+44 7700 900111", "");
    record("C-2", "crm:2", "ann.m@example.org", "07700 900222", "1983-04-05");
    assertThat(ApartReason.of(people.connection, "C-1", "C-2"))
        .isEqualTo(
            "The two customers are kept apart: with all their records, each has an e-mail, a phone"
                + " and a birth date of their own.");
  }

  @Test
  void aSharedIdentifierIsNoneOfTheirOwnHoweverItIsWritten() throws Exception {
    record("C-1", "crm:1", "ann@example.org", "+44 7700 900111", "1980-01-01");
    record("C-2", "crm:2", "ann.m@example.org", "07700 900111", "1981-01-01");
    assertThat(ApartReason.of(people.connection, "C-1", "C-2"))
        .contains("other records do not resemble");
  }

  @Test
  void oneDifferenceIsNoReason() throws Exception {
    record("C-1", "crm:1", "ann@example.org", "", "");
    record("C-2", "crm:2", "ann.m@example.org", "07700 900111", "");
    assertThat(ApartReason.of(people.connection, "C-1", "C-2"))
        .contains("other records do not resemble");
  }

  @Test
  void aPersonsWordGoesFirstInWhicheverOrderTheyAreNamed() throws Exception {
    record("C-1", "crm:1", "ann@example.org", "07700 900333", "");
    record("C-2", "crm:2", "ann.m@example.org", "07700 900111", "");
    people.sql("insert into gold.identity_judged values ('crm:2', 'crm:1', 'not')");
    assertThat(ApartReason.of(people.connection, "C-1", "C-2")).contains("a person said");
    assertThat(ApartReason.of(people.connection, "C-2", "C-1")).contains("a person said");
  }
}

package io.customer360.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.PeopleFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What a company sets to keep people from being mixed, and what that does.
class ProtectionsTest {
  /// One person to every rule: the card joins the first two, the mailbox the last two.
  private static PeopleFixture chain() throws Exception {
    return new PeopleFixture()
        .person("crm:1", "full_name", "Ann Marsh", "loyalty_id", "L-77", "phone", "+447700900111")
        .person(
            "web:2", "full_name", "Ann Marsh", "loyalty_id", "L-77", "email", "ann@marsh.example")
        .person(
            "app:3",
            "full_name",
            "Ann Marsh",
            "email",
            "ann@marsh.example",
            "phone",
            "+447700900222");
  }

  @Test
  void noCustomerHasMoreValuesThanTheLimit() throws Exception {
    try (PeopleFixture people = chain()) {
      people.resolve();
      assertThat(people.together("crm:1", "web:2", "app:3")).isTrue();
      people.resolve(Protections.DEFAULT.withLimit(IdentifierKind.PHONE, Optional.of(1)));
      assertThat(people.together("crm:1", "web:2")).isTrue();
      assertThat(people.together("web:2", "app:3")).isFalse();
      people.resolve(Protections.DEFAULT.withLimit(IdentifierKind.PHONE, Optional.of(2)));
      assertThat(people.together("crm:1", "web:2", "app:3")).isTrue();
    }
  }

  @Test
  void whereALimitLetsOneThroughItIsTheKindThatComesFirst() throws Exception {
    try (PeopleFixture people = chain()) {
      people.resolve(
          Protections.DEFAULT
              .withLimit(IdentifierKind.PHONE, Optional.of(1))
              .withPriority(List.of(IdentifierKind.EMAIL)));
      assertThat(people.together("web:2", "app:3")).isTrue();
      assertThat(people.together("crm:1", "web:2")).isFalse();
    }
  }

  @Test
  void noCustomerHasMoreRecordsThanAllowed() throws Exception {
    try (PeopleFixture people = chain()) {
      people.resolve(Protections.DEFAULT.withMostRecords(2));
      assertThat(people.customers().values()).allMatch(records -> records.size() <= 2).hasSize(2);
    }
  }

  @Test
  void aBlockedValueJoinsNobodyHoweverItIsWritten() throws Exception {
    try (PeopleFixture people = chain()) {
      people.resolve(Protections.DEFAULT.block(IdentifierKind.EMAIL, " Ann@Marsh.example "));
      assertThat(people.together("crm:1", "web:2")).isTrue();
      assertThat(people.together("web:2", "app:3")).isFalse();
      assertThat(
              people.rows(
                  "select kind, value, reason, records from gold.blocked_identifier where reason = 'blocked'"))
          .containsExactly(List.of("e-mail", "ann@marsh.example", "blocked", "2"));
      people.resolve(Protections.DEFAULT.block(IdentifierKind.LOYALTY, "l77"));
      assertThat(people.together("crm:1", "web:2")).isFalse();
    }
  }

  @Test
  void aPhoneIsBlockedWithAndWithoutItsSpaces() throws Exception {
    try (PeopleFixture people =
        new PeopleFixture()
            .person("crm:1", "full_name", "Ann Marsh", "phone", "+441614960000")
            .person("web:2", "full_name", "Ann Marsh", "phone", "+441614960000")) {
      people.resolve();
      assertThat(people.together("crm:1", "web:2")).isTrue();
      people.resolve(Protections.DEFAULT.block(IdentifierKind.PHONE, "+44 161 496 0000"));
      assertThat(people.together("crm:1", "web:2")).isFalse();
    }
  }

  @Test
  void aValueOfMorePeopleThanMayShareItJoinsNobody() throws Exception {
    try (PeopleFixture people =
        new PeopleFixture()
            .person("crm:1", "full_name", "Ann Marsh", "email", "home@marsh.example")
            .person("web:2", "full_name", "Ann Marsh", "email", "home@marsh.example")
            .person("app:3", "full_name", "Tobias Marsh", "email", "home@marsh.example")) {
      people.resolve();
      assertThat(people.together("crm:1", "web:2")).isTrue();
      people.resolve(Protections.DEFAULT.withShared(IdentifierKind.EMAIL, 1));
      assertThat(
              people.rows(
                  "select value, reason from gold.blocked_identifier where kind = 'e-mail'"))
          .containsExactly(List.of("home@marsh.example", "many names"));
      assertThat(
              people
                  .rows("select count(*) from gold.identity_link where rule = 'e-mail'")
                  .getFirst())
          .containsExactly("0");
    }
  }

  @Test
  void whatIsSetIsReadBackAndWhatIsNotSetIsNotKept() {
    assertThat(Protections.DEFAULT.settings()).isEmpty();
    assertThat(Protections.of(Map.of())).isEqualTo(Protections.DEFAULT);
    Protections all =
        Protections.DEFAULT
            .withLimit(IdentifierKind.EMAIL, Optional.of(5))
            .withShared(IdentifierKind.PHONE, 2)
            .block(IdentifierKind.PHONE, "+44 161 496 0000")
            .block(IdentifierKind.EMAIL, "info@example.com")
            .withMostRecords(50)
            .withPriority(List.of(IdentifierKind.EMAIL));
    assertThat(all.settings())
        .containsEntry("identity.limit", "email=5")
        .containsEntry("identity.blocked", "email=info@example.com, phone=+44 161 496 0000")
        .containsEntry("identity.priority", "email, loyalty, phone");
    assertThat(Protections.of(all.settings())).isEqualTo(all);
    assertThat(all.unblock(IdentifierKind.EMAIL, "info@example.com").settings())
        .containsEntry("identity.blocked", "phone=+44 161 496 0000");
  }

  @Test
  void nonsenseIsRefusedWithWhatToDo() {
    Protections now = Protections.DEFAULT;
    refused(() -> now.withLimit(IdentifierKind.EMAIL, Optional.of(0)), "1 or more");
    refused(() -> now.withShared(IdentifierKind.PHONE, -3), "1 or more");
    refused(() -> now.withMostRecords(1), "2 or more");
    refused(() -> now.block(IdentifierKind.EMAIL, "ann.marsh"), "info@example.com");
    refused(() -> now.block(IdentifierKind.PHONE, "call me"), "+441614960000");
    refused(() -> now.block(IdentifierKind.LOYALTY, "--"), "as it stands in the data");
    refused(() -> now.unblock(IdentifierKind.EMAIL, "a@b.example"), "not blocked");
    refused(() -> now.withPriority(List.of(IdentifierKind.EMAIL, IdentifierKind.EMAIL)), "once");
    refused(() -> IdentifierKind.of("passport"), "loyalty, email, phone");
    refused(() -> Protections.of(Map.of("identity.limit", "email")), "identity.limit");
    refused(() -> Protections.of(Map.of("identity.limit", "email=many")), "identity.limit");
    refused(() -> Protections.of(Map.of("identity.most-records", "x")), "most-records");
  }

  private static void refused(ThrowingCallable doing, String words) {
    assertThatThrownBy(doing)
        .isInstanceOfSatisfying(
            WorkbenchException.class, e -> assertThat(e.plain()).contains(words));
  }
}

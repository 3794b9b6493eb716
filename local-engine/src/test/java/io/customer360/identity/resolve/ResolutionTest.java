package io.customer360.identity.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.PeopleFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolutionTest {
  private PeopleFixture lake;

  @BeforeEach
  void open() throws Exception {
    lake = new PeopleFixture();
  }

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  @Test
  void joinsByLoyaltyIdHoweverItIsWritten() throws Exception {
    lake.person("crm:1", "loyalty_id", "LY-0042", "full_name", "Ngozi Okafor")
        .person("pos:9", "loyalty_id", " ly0042 ")
        .resolve();
    assertThat(lake.together("crm:1", "pos:9")).isTrue();
  }

  @Test
  void takesTheLoyaltyIdFromTheAccountToo() throws Exception {
    lake.sql("insert into silver.loyalty_account values ('LY-7', 'loyalty:7')");
    lake.person("loyalty:7").person("crm:1", "loyalty_id", "LY-7").resolve();
    assertThat(lake.together("loyalty:7", "crm:1")).isTrue();
  }

  @Test
  void joinsByEmailWithProviderRules() throws Exception {
    lake.person("crm:1", "email", " Ngozi.Okafor+shop@GoogleMail.com", "full_name", "Ngozi Okafor")
        .person("web:1", "email", "ngoziokafor@gmail.com")
        .person("crm:2", "email", "a.b+x@firm.co.uk")
        .person("web:2", "email", "ab@firm.co.uk")
        .person("web:3", "email", "a.b@firm.co.uk")
        .resolve();
    assertThat(lake.together("crm:1", "web:1")).isTrue();
    assertThat(lake.together("crm:2", "web:2")).isFalse();
    assertThat(lake.together("crm:2", "web:3")).isFalse();
  }

  @Test
  void oneMailboxOfTwoPeopleDoesNotMakeThemOne() throws Exception {
    lake.person("crm:1", "email", "okafors@mail.net", "full_name", "Ngozi Okafor")
        .person("web:1", "email", "okafors@mail.net", "full_name", "Chidi Okafor")
        .person("web:2", "email", "okafors@mail.net", "full_name", "OKAFOR, NGOZI")
        .person("app:1", "email", "okafors@mail.net")
        .person("pos:1", "email", "okafors@mail.net", "full_name", "C. Okafor")
        .resolve();
    assertThat(lake.together("crm:1", "web:2")).isTrue();
    assertThat(lake.together("web:1", "pos:1")).isTrue();
    assertThat(lake.together("crm:1", "web:1")).isFalse();
    assertThat(lake.customers()).hasSize(3);
  }

  @Test
  void besideASharedMailboxASlipInAShortNameIsForgiven() throws Exception {
    lake.person("crm:1", "email", "e@mail.net", "full_name", "Ewan McAllister")
        .person("web:1", "email", "e@mail.net", "full_name", "Eawn McAllister")
        .person("crm:2", "email", "f@mail.net", "full_name", "Fiona Khan")
        .person("web:2", "email", "f@mail.net", "full_name", "Fi Khan")
        .person("web:3", "email", "f@mail.net", "full_name", "Omar Khan")
        .resolve();
    assertThat(lake.together("crm:1", "web:1")).isTrue();
    assertThat(lake.together("crm:2", "web:2")).isTrue();
    assertThat(lake.together("crm:2", "web:3")).isFalse();
  }

  @Test
  void phoneNeedsTheNameShortFormsInitialsAndTyposIncluded() throws Exception {
    lake.person("crm:1", "phone", "+447700900482", "first_name", "William", "last_name", "Hughes")
        .person("pos:1", "phone", "07700 900482", "country", "GB", "full_name", "Mr Bill Hughes")
        .person("app:1", "phone", "+44 7700 900482", "full_name", "W Hughes")
        .person("app:2", "phone", "+44 7700 900482", "full_name", "William Huhges")
        .person("app:3", "phone", "+44 7700 900482", "full_name", "Megan Hughes")
        .person("app:4", "phone", "+44 7700 900482")
        .resolve();
    assertThat(lake.together("crm:1", "pos:1", "app:1", "app:2")).isTrue();
    assertThat(lake.together("crm:1", "app:3")).isFalse();
    assertThat(lake.together("crm:1", "app:4")).isFalse();
  }

  @Test
  void namesakesBornOnOtherDaysStayApart() throws Exception {
    lake.person(
            "crm:1", "email", "n@mail.net", "full_name", "Ngozi Okafor", "birth_date", "1984-03-12")
        .person(
            "crm:2",
            "phone",
            "+447700900483",
            "full_name",
            "Ngozi Okafor",
            "birth_date",
            "1980-09-24")
        .person(
            "web:1", "email", "n@mail.net", "phone", "+447700900483", "full_name", "Ngozi Okafor")
        .person(
            "loyalty:1",
            "email",
            "n@mail.net",
            "full_name",
            "Ngozi Okafor",
            "birth_date",
            "1948-03-12")
        .resolve();
    assertThat(lake.together("crm:1", "crm:2")).isFalse();
    assertThat(lake.together("crm:1", "web:1", "loyalty:1")).isTrue();
  }

  @Test
  void keepsTheVowelSignsOfOtherScripts() throws Exception {
    String[] names = {"सीता राम", "सत रम", "தமிழ் கனி", "தமழ கன", "ที่ ดี", "ท ด", "ガギ", "カキ"};
    for (int i = 0; i < names.length; i++) {
      lake.person(
          "crm:" + i, "phone", "+91987654000" + i, "first_name", names[i], "last_name", "x");
    }
    lake.resolve();
    assertThat(lake.rows("select distinct first_key from gold.identity_record")).hasSize(8);
    assertThat(lake.rows("select first_key from gold.identity_record where first_key = 'सीता'"))
        .hasSize(1);
  }

  @Test
  void foldsDiacriticsAndForeignLetters() throws Exception {
    lake.person("crm:1", "phone", "+48600700800", "full_name", "Tomasz Zieliński")
        .person("pos:1", "phone", "+48600700800", "full_name", "TOMASZ ZIELINSKI")
        .person("crm:2", "phone", "+4790011223", "full_name", "Øyvind Łukasiewicz")
        .person("pos:2", "phone", "+4790011223", "full_name", "oyvind lukasiewicz")
        .person("crm:3", "phone", "+966501234500", "full_name", "محمد العتيبي")
        .person("pos:3", "phone", "+966501234500", "full_name", "محمد العتيبي")
        .resolve();
    assertThat(lake.together("crm:1", "pos:1")).isTrue();
    assertThat(lake.together("crm:2", "pos:2")).isTrue();
    assertThat(lake.together("crm:3", "pos:3")).isTrue();
    assertThat(lake.together("crm:1", "crm:2")).isFalse();
  }

  @Test
  void blocksPlaceholdersAndIdentifiersOfManyPeopleAndSaysSo() throws Exception {
    for (int i = 0; i < 7; i++) {
      String name = List.of("Ann", "Boris", "Cleo", "Dmitri", "Esther", "Farid", "Greta").get(i);
      lake.person(
          "web:" + i,
          "email",
          "test@test.com",
          "phone",
          "+441134960000",
          "full_name",
          name + " Person" + name);
      lake.person("pos:" + i, "email", "front.desk@hotel.example", "full_name", name + " Guest");
    }
    lake.person("crm:1", "email", "info@firm.co.uk", "full_name", "Ann Lee")
        .person("crm:2", "email", "info@firm.co.uk")
        .person("crm:3", "email", "info@firm.co.uk", "full_name", "Ann Lee")
        .resolve();
    assertThat(lake.customers()).hasSize(16);
    assertThat(lake.together("crm:1", "crm:3")).isTrue();
    assertThat(
            lake.rows(
                "select kind, value, reason, records, distinct_names"
                    + " from gold.blocked_identifier order by 1, 2"))
        .containsExactly(
            List.of("e-mail", "front.desk@hotel.example", "many names", "7", "7"),
            List.of("e-mail", "test@test.com", "placeholder", "7", "7"),
            List.of("phone", "+441134960000", "many names", "7", "7"));
  }

  @Test
  void everyRecordSaysWhichRuleAttachedItAndWithWhom() throws Exception {
    lake.person(
            "crm:1",
            "email",
            "n@okafor.net",
            "full_name",
            "Ngozi Okafor",
            "created_at",
            "2019-03-01")
        .person("web:1", "email", "N@okafor.net", "loyalty_id", "L1", "created_at", "2020-01-01")
        .person("pos:1", "loyalty_id", "L1", "created_at", "2021-01-01")
        .resolve();
    assertThat(
            lake.rows(
                "select source_person_id, customer_id, rule, matched_with, identifier"
                    + " from gold.identity_link order by 1"))
        .containsExactly(
            java.util.Arrays.asList("crm:1", "C-000001", "first record", null, null),
            List.of("pos:1", "C-000001", "loyalty id", "web:1", "L1"),
            List.of("web:1", "C-000001", "e-mail", "crm:1", "n@okafor.net"));
  }

  @Test
  void numbersByFirstAppearanceAndKeepsIdsWhenClustersGrow() throws Exception {
    lake.person("crm:b", "email", "b@mail.net", "created_at", "2020-01-01")
        .person("crm:a", "email", "a@mail.net", "created_at", "2021-01-01")
        .person("crm:c", "email", "c@mail.net")
        .resolve();
    assertThat(lake.customerOf("crm:b")).isEqualTo("C-000001");
    assertThat(lake.customerOf("crm:a")).isEqualTo("C-000002");
    assertThat(lake.customerOf("crm:c")).isEqualTo("C-000003");
    lake.resolve();
    assertThat(lake.customerOf("crm:a")).isEqualTo("C-000002");
    lake.person("web:0", "email", "a@mail.net", "created_at", "2015-01-01")
        .person("web:1", "email", "new@mail.net", "created_at", "2014-01-01")
        .resolve();
    assertThat(lake.customerOf("web:0")).isEqualTo("C-000002");
    assertThat(lake.customerOf("crm:b")).isEqualTo("C-000001");
    assertThat(lake.customerOf("web:1")).isEqualTo("C-000004");
  }

  @Test
  void mergeKeepsTheOlderIdAndASplitBringsTheOtherBack() throws Exception {
    lake.person("crm:1", "email", "x@mail.net", "created_at", "2020-01-01")
        .person("web:1", "loyalty_id", "L9", "created_at", "2019-01-01")
        .resolve();
    assertThat(lake.customerOf("web:1")).isEqualTo("C-000001");
    lake.person("app:1", "loyalty_id", "L9", "email", "x@mail.net", "created_at", "2018-01-01")
        .resolve();
    assertThat(lake.together("crm:1", "web:1", "app:1")).isTrue();
    assertThat(lake.customerOf("crm:1")).isEqualTo("C-000001");
    lake.forget("app:1").resolve();
    assertThat(lake.customerOf("web:1")).isEqualTo("C-000001");
    assertThat(lake.customerOf("crm:1")).isEqualTo("C-000002");
  }

  @Test
  void theOrderOfTheInputDoesNotMatter() throws Exception {
    lake.person(
            "crm:1",
            "email",
            "s@mail.net",
            "full_name",
            "Siân Pritchard",
            "phone",
            "07700900111",
            "country",
            "GB")
        .person("web:1", "email", "s@mail.net", "full_name", "Sian P")
        .person("pos:1", "phone", "+447700900111", "full_name", "PRITCHARD S")
        .person("app:1", "email", "s@mail.net", "loyalty_id", "L5")
        .person("loyalty:1", "loyalty_id", "L5", "full_name", "Sian Pritchard")
        .person("crm:2", "email", "z@mail.net", "full_name", "Zoe Hart")
        .resolve();
    var links = lake.rows("from gold.identity_link order by all");
    var fields = lake.rows("from gold.golden_field order by customer_id, field");
    assertThat(lake.customers()).hasSize(2);
    for (int seed = 1; seed <= 5; seed++) {
      lake.sql("delete from ops.customer_registry");
      lake.resolveShuffled(seed);
      assertThat(lake.rows("from gold.identity_link order by all")).isEqualTo(links);
      assertThat(lake.rows("from gold.golden_field order by customer_id, field")).isEqualTo(fields);
    }
  }

  @Test
  void anEmptyLakeGivesEmptyTables() throws Exception {
    lake.resolve();
    assertThat(lake.customers()).isEmpty();
    assertThat(lake.rows("from gold.golden_field")).isEmpty();
    assertThat(lake.rows("from gold.trust")).isEmpty();
  }
}

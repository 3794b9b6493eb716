package io.customer360.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.profile.search.Span;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
  private static MemoryLake lake;
  private static LakeProfiles profiles;

  @BeforeAll
  static void open() {
    lake = new MemoryLake();
    GoldTables.create(lake);
    person(4711, "Ngozi Okafor", "ngozi.okafor@example.net", "+447700900482", "LS6 3QN", 2486);
    person(12, "Chidi Okafor", "chidi@example.net", "+447700900111", "LS6 3QN", 90);
    person(13, "Tomasz Zieliński", "tz@example.pl", "+48600700800", "M1 2AB", 10);
    person(14, "Siân Pritchard", "sian@example.cymru", "+447700900222", "CF10 1AA", 10);
    person(15, "محمد العتيبي", "m@example.sa", "+966501234567", "", 10);
    person(16, "Zoë 🦊 Fox", "zoe@example.net", "", "EH1 1AA", 10);
    person(17, "Seán O'Brien-Wright", "sean@example.ie", "+353861234567", "D02 X285", 10);
    person(470, "Alan Smith", "alan@example.net", "", "", 10);
    person(471, "Alana Smith", "alana@example.net", "", "", 5000);
    person(4712, "Smith Alan Jones", "saj@example.net", "", "", 10);
    person(18, "李小龍", "li@example.hk", "", "", 10);
    person(19, "Jürgen Groß", "jg@example.de", "", "10115", 10);
    profiles = new LakeProfiles(lake.lakehouse(), java.time.ZoneId.of("Europe/London"));
  }

  private static void person(
      int number, String name, String email, String phone, String postcode, int revenue) {
    GoldTables.customer(lake, number, name, email, phone, postcode, revenue);
  }

  @AfterAll
  static void close() {
    profiles.close();
    lake.close();
  }

  private static List<String> found(String text) {
    return profiles.search(text, 10).stream().map(ProfileHit::customerId).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ngozi okafor, C-004711",
    "okafor ng, C-004711",
    "NGOZI, C-004711",
    "ngozi okafro, C-004711",
    "mgozi, C-004711",
    "okafr ngozi, C-004711",
    "zielinski, C-000013",
    "Zielinsky, C-000013",
    "ZIELIŃ, C-000013",
    "sian prit, C-000014",
    "العتيبي, C-000015",
    "محمد ال, C-000015",
    "🦊, C-000016",
    "zoe fox, C-000016",
    "obrien, C-000017",
    "o'brien, C-000017",
    "sean wright, C-000017",
    "李小, C-000018",
    "gross, C-000019",
    "Groß jur, C-000019",
    "ngozi.okafor@ex, C-004711",
    "ngozi.okafro@example.net, C-004711",
    "4711, C-004711",
    "C-004711, C-004711",
    "c4711, C-004711",
    "C-0047, C-004711",
    "07700 900482, C-004711",
    "+44 7700 900482, C-004711",
    "0044 7700 900 482, C-004711",
    "900482, C-004711",
    "07700 9004, C-004711",
    "+353 86 123, C-000017",
    "CF10 1, C-000014",
    "cf101aa, C-000014"
  })
  void finds(String text, String customerId) {
    assertThat(found(text)).first().isEqualTo(customerId);
  }

  @Test
  void ranksExactBeforeBeginningBeforeTypoAndThenByStanding() {
    assertThat(found("alan smith")).startsWith("C-000470", "C-004712", "C-000471");
    assertThat(found("okafor")).containsExactly("C-004711", "C-000012");
    assertThat(found("LS6 3QN")).containsExactly("C-004711", "C-000012");
  }

  @Test
  void saysNothingRatherThanAnything() {
    assertThat(found("")).isEmpty();
    assertThat(found("   ")).isEmpty();
    assertThat(found("xqzzv")).isEmpty();
    assertThat(found("''; drop table gold.customer; --")).isEmpty();
    assertThat(profiles.search("okafor", 1)).hasSize(1);
  }

  @Test
  void listsPeopleInTheGivenOrderAndLeavesOutTheUnknown() {
    assertThat(profiles.people(List.of("C-000012", "C-999999", "C-004711")))
        .extracting(ProfileHit::name)
        .containsExactly("Chidi Okafor", "Ngozi Okafor");
    assertThat(profiles.people(List.of())).isEmpty();
  }

  @Test
  void marksWhatMatched() {
    assertThat(profiles.search("okafor ngo", 1).getFirst().highlights().getFirst())
        .isEqualTo(
            new ProfileHit.Highlight(
                "name", "Ngozi Okafor", List.of(new Span(0, 3), new Span(6, 12))));
    assertThat(profiles.search("zielinski", 1).getFirst().highlights().getFirst().spans())
        .containsExactly(new Span(7, 16));
    assertThat(profiles.search("grosz", 1).getFirst().highlights().getFirst().spans())
        .containsExactly(new Span(7, 11));
    assertThat(profiles.search("07700 900482", 1).getFirst().highlights().get(1))
        .isEqualTo(new ProfileHit.Highlight("phone", "+447700900482", List.of(new Span(3, 13))));
    assertThat(profiles.search("4711", 1).getFirst().highlights().get(1))
        .isEqualTo(new ProfileHit.Highlight("id", "C-004711", List.of(new Span(4, 8))));
    assertThat(profiles.search("ls63", 1).getFirst().highlights().get(1))
        .isEqualTo(new ProfileHit.Highlight("postcode", "LS6 3QN", List.of(new Span(0, 5))));
    assertThat(profiles.search("🦊", 1).getFirst().highlights().getFirst().spans())
        .containsExactly(new Span(4, 6));
  }

  @Test
  void followsTheDataWhenItChanges() throws Exception {
    try (var own = new MemoryLake();
        var live = new LakeProfiles(own.lakehouse(), java.time.ZoneId.of("UTC"))) {
      assertThat(live.search("moira", 5)).isEmpty();
      GoldTables.create(own);
      GoldTables.customer(own, 1, "Moira Buchanan", "moira@example.net", "", "");
      own.snapshot = "second";
      live.prepareSearch();
      assertThat(live.search("moira", 5)).hasSize(1);
    }
  }
}

package io.customer360.profile.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Names of any script, and letters that are several characters.
class MaskWordsTest {
  private static final String FAMILY = "👨‍👩‍👧‍👦";
  private static final String FLAG = "🇬🇧";

  @Test
  void keepsTheFirstLetterOfEachWord() {
    assertThat(MaskWords.name("Ngozi Okafor")).isEqualTo("N••• O•••");
    assertThat(MaskWords.name("  Siân   Pritchard ")).isEqualTo("S••• P•••");
    assertThat(MaskWords.name(null)).isNull();
  }

  @Test
  void aLetterOfManyCharactersIsOneLetter() {
    assertThat(MaskWords.name(FAMILY + "Ada " + FLAG)).isEqualTo(FAMILY + "••• " + FLAG + "•••");
    assertThat(MaskWords.name("e\u0301mile")).isEqualTo("e\u0301•••");
  }

  @Test
  void rightToLeftNamesKeepTheirFirstLetter() {
    assertThat(MaskWords.name("مريم الحسن")).isEqualTo("م••• ا•••");
    assertThat(MaskWords.name("דוד כהן")).isEqualTo("ד••• כ•••");
    assertThat(MaskWords.text("Call מ דוד כהן back", List.of(MaskWords.word("דוד כהן"))))
        .isEqualTo("Call מ ••• back");
  }

  @Test
  void textIsCoveredWordByWord() {
    List<java.util.regex.Pattern> words =
        List.of(MaskWords.word("Hall"), MaskWords.word("王"), MaskWords.word(FLAG + "Bo"));
    assertThat(MaskWords.text("HALL in the hallway", words)).isEqualTo("••• in the hallway");
    assertThat(MaskWords.text("问王先生", words)).isEqualTo("问•••先生");
    assertThat(MaskWords.text("hello " + FLAG + "Bo!", words)).isEqualTo("hello •••!");
    assertThat(MaskWords.text("write to a.b@example.net or +44 7700 900482.", words))
        .isEqualTo("write to ••• or •••.");
    assertThat(MaskWords.text("Order of 2026-11-20, £1,234.50", words))
        .isEqualTo("Order of 2026-11-20, £1,234.50");
  }

  @Test
  void lengthsTellNothing() {
    assertThat(MaskWords.name("Al")).hasSameSizeAs(MaskWords.name("Alexandria"));
    assertThat(MaskWords.email("ngozi@example.net")).isEqualTo("n•••@•••");
    assertThat(MaskWords.number("+44 7700 900482")).isEqualTo("•••82");
    assertThat(MaskWords.number("112")).isEqualTo("•••");
  }
}

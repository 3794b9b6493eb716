package io.customer360.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final String SMILE = "\uD83D\uDE00";

  @Test
  void neverLeavesHalfACharacter() {
    String text = "ab" + SMILE + "c";
    assertThat(Excerpt.of(text, 0)).isEmpty();
    assertThat(Excerpt.of(text, 2)).isEqualTo("ab");
    assertThat(Excerpt.of(text, 3)).isEqualTo("ab");
    assertThat(Excerpt.of(text, 4)).isEqualTo("ab" + SMILE);
    assertThat(Excerpt.of(text, 5)).isEqualTo(text);
    assertThat(Excerpt.of(SMILE, 1)).isEmpty();
  }

  @Test
  void saysThatSomethingWasLeftOut() {
    assertThat(Excerpt.dotted("abc", 3)).isEqualTo("abc");
    assertThat(Excerpt.dotted("ab" + SMILE, 3)).isEqualTo("ab…");
  }
}

package io.customer360.assistant.planner;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/// Words that steer a question rather than name something of the field. The ways to say each are in
/// `words.properties`.
enum Word {
  FILLER,
  CUSTOMERS,
  BUYERS,
  HOW_MANY,
  HOW_MUCH,
  WHICH,
  LIST,
  THAT,
  WHY,
  NOT,
  WITHOUT,
  WITH,
  AND,
  BUT,
  OR,
  IN,
  ABOUT,
  BY,
  BREAKDOWN,
  TREND,
  CHANGE,
  COMPARE,
  VERSUS,
  TOP,
  BEST,
  BOTTOM,
  WORST,
  SHARE,
  STAKE,
  OFFERS,
  WORK,
  SEGMENT,
  PROPOSE,
  NEXT,
  PROFILE,
  CONSENT_OF,
  SOURCES_OF,
  LAST_OF,
  CHOSEN,
  WHY_NOT,
  DRIVES,
  LEAVE,
  PROPOSALS,
  WAITING,
  APPROVED,
  REJECTED,
  BLOCKED,
  DELIVERED_OUT,
  NEAR,
  TIMES,
  TWICE,
  ONCE,
  GT,
  GE,
  LT,
  LE,
  EQ,
  BETWEEN;

  private final List<String> phrases;

  Word() {
    this.phrases = Phrases.of(name());
  }

  List<String> phrases() {
    return phrases;
  }

  /// The text with the phrases, read once.
  private static final class Phrases {
    private static final Properties TEXT = read();

    private static Properties read() {
      Properties text = new Properties();
      try (InputStream in = Word.class.getResourceAsStream("words.properties")) {
        if (in == null) {
          throw new IllegalStateException("words.properties is missing");
        }
        text.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text;
    }

    static List<String> of(String word) {
      String phrases = TEXT.getProperty(word);
      if (phrases == null || phrases.isBlank()) {
        throw new IllegalStateException("words.properties does not say " + word);
      }
      return List.of(phrases.split("\\|"));
    }
  }
}

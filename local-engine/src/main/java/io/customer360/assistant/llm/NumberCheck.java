package io.customer360.assistant.llm;

import io.customer360.assistant.Answer;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.Chip;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets a model's sentence pass only when every number in it stands in the answer. Numbers in words
/// that could hide a claim do not pass at all.
final class NumberCheck {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?i)\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
              + "fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter"
              + " of|double|doubled|twice|triple|tripled)\\b");

  private final Set<BigDecimal> known = new HashSet<>();
  private final String source;

  NumberCheck(Answer answer) {
    StringBuilder text = new StringBuilder();
    text.append(answer.question()).append(' ').append(answer.sentence()).append(' ');
    var headline = answer.headline();
    if (headline != null) {
      text.append(headline.text()).append(' ').append(headline.words()).append(headline.rest());
    }
    var stake = answer.stake();
    if (stake != null) {
      text.append(' ').append(stake.money().text()).append(' ').append(stake.changeWords());
    }
    answer.lines().forEach(line -> text.append(' ').append(line));
    for (Chip chip : answer.understanding().chips()) {
      text.append(' ').append(chip.label()).append(' ').append(chip.words());
    }
    for (AnswerTable.Row row : told(answer)) {
      row.texts().forEach(t -> text.append(' ').append(t));
    }
    text.append(' ').append(answer.confidence().words());
    source = text.toString();
    numbers(source).forEach(known::add);
  }

  /// The rows a model is told of.
  static List<AnswerTable.Row> told(Answer answer) {
    List<AnswerTable.Row> rows = answer.table().rows();
    return rows.subList(0, Math.min(8, rows.size()));
  }

  /// What speaks against the sentence; empty when nothing does.
  Optional<String> objection(String sentence) {
    Matcher matcher = NUMBER.matcher(sentence);
    while (matcher.find()) {
      if (!known.contains(value(matcher.group()))) {
        return Optional.of("the number " + matcher.group() + " is in no result");
      }
    }
    Matcher words = IN_WORDS.matcher(sentence);
    while (words.find()) {
      if (!source
          .toLowerCase(java.util.Locale.ROOT)
          .contains(words.group().toLowerCase(java.util.Locale.ROOT))) {
        return Optional.of("\"" + words.group() + "\" is in no result");
      }
    }
    return Optional.empty();
  }

  private static Set<BigDecimal> numbers(String text) {
    Set<BigDecimal> found = new HashSet<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      found.add(value(matcher.group()));
    }
    return found;
  }

  private static BigDecimal value(String digits) {
    String plain = digits.replace(",", "");
    BigDecimal value = new BigDecimal(plain.isEmpty() ? "0" : plain).stripTrailingZeros();
    return value.signum() == 0 ? BigDecimal.ZERO : value;
  }
}

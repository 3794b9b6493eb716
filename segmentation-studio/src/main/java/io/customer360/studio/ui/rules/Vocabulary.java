package io.customer360.studio.ui.rules;

import io.customer360.studio.compare.Trait;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.RuleWords;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Value;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// The names rules may use, and how rules and their values are read.
///
/// @param segments titles by id
public record Vocabulary(FieldCatalog catalog, Map<String, String> segments, Formats formats) {

  /// A rule in one line.
  public String words(io.customer360.studio.rule.Rule rule) {
    return new RuleWords(catalog).of(rule);
  }

  public String segment(String id) {
    return segments.getOrDefault(id, id);
  }

  /// `at least`, and for days `on or after`.
  String operator(Operator operator, boolean time) {
    return Messages.text("studio.op." + (time ? "time-" : "") + operator.key());
  }

  /// A value as a chip shows it.
  String value(Value value, String unit) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Number number -> number(number.number(), unit);
      case Value.Truth truth -> Messages.text(truth.truth() ? "studio.yes" : "studio.no");
      case Value.Day day -> formats.dateLong(day.day());
      case Value.DaysAgo ago ->
          ago.days() == 0
              ? Messages.text("studio.today")
              : Messages.text(
                  ago.days() > 0 ? "studio.days-ago" : "studio.days-ahead",
                  formats.count(Math.abs(ago.days())));
      case Value.Multiple multiple ->
          multiple.factor().toPlainString()
              + " \u00d7 "
              + lower(catalog.find(multiple.field()).map(Field::title).orElse(multiple.field()));
    };
  }

  private String number(BigDecimal number, String unit) {
    boolean whole = number.scale() <= 0;
    if (unit.equals("money")) {
      return whole ? formats.money(number) : formats.moneyExact(number);
    }
    return formats.number(number.doubleValue(), Math.max(0, Math.min(4, number.scale())));
  }

  /// What sets people apart: `Margin ever: over £240`.
  public String trait(Trait trait) {
    OptionalDouble floor = trait.floor();
    return floor.isEmpty()
        ? trait.title()
        : catalog
            .find(trait.field())
            .map(
                field ->
                    Messages.text(
                        "studio.apart.over",
                        field.title(),
                        value(Value.Number.of(floor.getAsDouble()), field.unit())))
            .orElse(trait.title());
  }

  static String lower(String words) {
    boolean shout = words.length() > 1 && Character.isUpperCase(words.charAt(1));
    return words.isEmpty() || shout
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}

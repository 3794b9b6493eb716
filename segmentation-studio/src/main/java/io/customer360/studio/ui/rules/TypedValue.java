package io.customer360.studio.ui.rules;

import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Value;
import io.customer360.ui.text.Messages;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person typed as a value of a comparison.
///
/// @param value empty when it cannot be used
/// @param complaint what is wrong with it and what would do; blank when nothing is
record TypedValue(Optional<Value> value, String complaint) {

  /// @param at which of the comparison's values is typed
  static TypedValue of(String text, Field field, Comparison comparison, int at, Vocabulary words) {
    boolean time = field.type() == FieldType.DATE || field.type() == FieldType.MOMENT;
    Value value = time ? moment(text) : number(text, comparison.values().get(at));
    if (value == null) {
      return wrong(Messages.text(time ? "studio.time.wrong" : "studio.number.wrong"));
    }
    if (comparison.operator() == Operator.BETWEEN) {
      Value from = at == 0 ? value : comparison.values().getFirst();
      Value to = at == 0 ? comparison.values().getLast() : value;
      if (Comparison.of(Operator.BETWEEN, from, to).empty()) {
        return wrong(
            Messages.text(
                "studio.between.wrong",
                words.value(from, field.unit()),
                words.value(to, field.unit())));
      }
    }
    return new TypedValue(Optional.of(value), "");
  }

  private static TypedValue wrong(String complaint) {
    return new TypedValue(Optional.empty(), complaint);
  }

  private static @Nullable Value moment(String text) {
    if (text.matches("\\d{1,5}")) {
      return new Value.DaysAgo(Integer.parseInt(text));
    }
    try {
      return new Value.Day(LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  private static @Nullable Value number(String text, Value before) {
    return NumberField.read(text)
        .<Value>map(
            number ->
                before instanceof Value.Multiple multiple
                    ? new Value.Multiple(number, multiple.field())
                    : new Value.Number(number))
        .orElse(null);
  }
}

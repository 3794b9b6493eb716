package io.customer360.studio.ui.rules;

import io.customer360.studio.desk.FieldValues;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.rule.Rule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the parts of a rule's row may do. FX thread only.
interface RuleEditor {
  Vocabulary vocabulary();

  /// Puts another rule in a place.
  void replace(String place, Rule rule);

  /// The same by a keystroke in one of its fields.
  void type(String place, String field, Rule rule);

  /// Reads the values of a field; `show` is called on the FX thread.
  ///
  /// @param source null for a field of the customer
  void values(
      @Nullable EventSource source, Field field, Consumer<List<FieldValues.Occurring>> show);

  /// Goes to the SQL of a rule that stays SQL.
  void editSql();
}

package io.customer360.studio.ui.rules;

import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Value;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/// An operator and its values as chips.
final class ComparisonParts {
  /// More values than these are not all named on a chip; its list has them.
  private static final int MOST_NAMED = 3;

  private static final int VALUES = 200;

  private final RuleEditor editor;
  private final @Nullable EventSource source;
  private final Field field;
  private final Comparison comparison;
  private final Consumer<Comparison> set;
  private final Consumer<Comparison> type;

  /// @param source null for a field of the customer
  /// @param set takes a finished change
  /// @param type takes a keystroke
  ComparisonParts(
      RuleEditor editor,
      @Nullable EventSource source,
      Field field,
      Comparison comparison,
      Consumer<Comparison> set,
      Consumer<Comparison> type) {
    this.editor = editor;
    this.source = source;
    this.field = field;
    this.comparison = comparison;
    this.set = set;
    this.type = type;
  }

  /// Under this property a chip keeps what a new rule opens first.
  static final String BEGIN = "begin";

  static int most() {
    return VALUES;
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    Button how = operator();
    nodes.add(how);
    if (field.type() == FieldType.TEXT && comparison.values().isEmpty()) {
      how.getProperties().put(BEGIN, (Runnable) () -> list(Operator.IS, how));
    }
    Operator operator = comparison.operator();
    if (operator == Operator.BETWEEN) {
      nodes.add(number(0));
      nodes.add(Nodes.label(Messages.text("studio.and"), "muted"));
      nodes.add(number(1));
    } else if (!comparison.values().isEmpty()) {
      nodes.add(values());
    }
    return nodes;
  }

  private boolean time() {
    return field.type() == FieldType.DATE || field.type() == FieldType.MOMENT;
  }

  private String words(Operator operator) {
    return editor.vocabulary().operator(operator, time());
  }

  private Button operator() {
    Button button = Nodes.button(words(comparison.operator()), () -> {}, "rule-word");
    ContextMenu menu = new ContextMenu();
    ToggleGroup group = new ToggleGroup();
    for (Operator operator : Operator.values()) {
      boolean offered =
          field.type().operators().contains(operator)
              && (!time() || (operator != Operator.MORE_THAN && operator != Operator.AT_MOST));
      if (offered) {
        RadioMenuItem item = new RadioMenuItem(words(operator));
        item.setToggleGroup(group);
        item.setSelected(operator == comparison.operator());
        item.setOnAction(event -> choose(operator, button));
        menu.getItems().add(item);
      }
    }
    button.setAccessibleText(
        Messages.text("studio.operator", field.title(), words(comparison.operator())));
    button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
    return button;
  }

  private void choose(Operator operator, Node at) {
    List<Value> now = comparison.values();
    boolean lists = operator == Operator.IS || operator == Operator.IS_NOT;
    if (operator.takes(0)) {
      set.accept(new Comparison(operator, List.of()));
    } else if (operator == Operator.BETWEEN) {
      Value first = now.isEmpty() ? start() : now.getFirst();
      set.accept(Comparison.of(operator, first, now.size() > 1 ? now.getLast() : end(first)));
    } else if (!now.isEmpty()) {
      set.accept(new Comparison(operator, lists ? now : now.subList(0, 1)));
    } else if (field.type() == FieldType.TEXT) {
      list(operator, at);
    } else {
      set.accept(Comparison.of(operator, start()));
    }
  }

  /// A value to begin with where a person has not given one.
  private Value start() {
    return switch (field.type()) {
      case TRUTH -> new Value.Truth(true);
      case DATE, MOMENT -> new Value.DaysAgo(90);
      default -> Value.Number.of(1);
    };
  }

  /// Where a range that begins with `first` ends until a person says so: a range of one number
  /// would find nearly nobody.
  private static Value end(Value first) {
    return switch (first) {
      case Value.Number number when number.number().signum() > 0 ->
          new Value.Number(number.number().multiply(BigDecimal.TWO));
      case Value.DaysAgo ago when ago.days() > 0 -> new Value.DaysAgo(0);
      default -> first;
    };
  }

  private Button values() {
    if (field.type() == FieldType.TEXT) {
      int all = comparison.values().size();
      String words =
          comparison.values().stream()
              .limit(all > MOST_NAMED ? MOST_NAMED - 1 : all)
              .map(value -> editor.vocabulary().value(value, field.unit()))
              .collect(Collectors.joining(Messages.text("studio.or")));
      Button chip =
          chip(
              all > MOST_NAMED
                  ? Messages.text("studio.or-more", words, Integer.toString(all - MOST_NAMED + 1))
                  : words);
      chip.setOnAction(event -> list(comparison.operator(), chip));
      return chip;
    }
    if (field.type() == FieldType.TRUTH) {
      boolean yes = comparison.values().getFirst().equals(new Value.Truth(true));
      Button chip = chip(Messages.text(yes ? "studio.yes" : "studio.no"));
      chip.setOnAction(
          event -> set.accept(Comparison.of(comparison.operator(), new Value.Truth(!yes))));
      return chip;
    }
    return number(0);
  }

  private Button chip(String words) {
    Button chip = Nodes.button(words, () -> {}, "rule-chip", "rule-value");
    chip.setAccessibleText(Messages.text("studio.value", field.title(), words));
    return chip;
  }

  private Button number(int at) {
    Value value = comparison.values().get(at);
    Button chip = chip(editor.vocabulary().value(value, field.unit()));
    chip.getStyleClass().add("num");
    chip.getProperties().put(BEGIN, (Runnable) chip::fire);
    chip.setOnAction(
        event ->
            NumberField.show(
                chip,
                field.title(),
                unit(value),
                text(value),
                time() ? Messages.text("studio.time.hint") : "",
                typed -> {
                  TypedValue read =
                      TypedValue.of(typed, field, comparison, at, editor.vocabulary());
                  read.value().ifPresent(one -> type.accept(with(at, one)));
                  return read.complaint();
                }));
    return chip;
  }

  private String unit(Value value) {
    if (value instanceof Value.Multiple) {
      return "\u00d7 " + editor.vocabulary().value(value, "").replaceFirst("^.*\u00d7 ", "");
    }
    if (time()) {
      return "";
    }
    return field.unit().equals("money")
        ? editor.vocabulary().formats().currencySymbol()
        : field.unit();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Number number -> number.number().toPlainString();
      case Value.DaysAgo ago -> Integer.toString(ago.days());
      case Value.Day day -> day.day().toString();
      case Value.Multiple multiple -> multiple.factor().toPlainString();
      default -> "";
    };
  }

  private Comparison with(int at, Value value) {
    List<Value> next = new ArrayList<>(comparison.values());
    next.set(at, value);
    return new Comparison(comparison.operator(), next);
  }

  /// Texts to tick, those that occur first.
  private void list(Operator operator, Node at) {
    boolean several = operator == Operator.IS || operator == Operator.IS_NOT;
    List<Value> chosen = new ArrayList<>(several ? comparison.values() : List.of());
    PickList list = new PickList(field.title(), 280, several);
    list.typed(
        text ->
            Optional.of(
                new PickList.Item(
                    "",
                    Messages.text("studio.use", text),
                    "",
                    false,
                    () -> take(operator, chosen, new Value.Text(text), several))));
    list.show(at);
    editor.values(
        source, field, values -> list.items(items(list, operator, several, chosen, values)));
  }

  private List<PickList.Item> items(
      PickList list,
      Operator operator,
      boolean several,
      List<Value> chosen,
      List<io.customer360.studio.desk.FieldValues.Occurring> values) {
    List<PickList.Item> items = new ArrayList<>();
    values.forEach(
        one -> {
          Value value = new Value.Text(one.value());
          items.add(
              new PickList.Item(
                  "",
                  one.value(),
                  editor.vocabulary().formats().count(one.rows()),
                  chosen.contains(value),
                  () -> {
                    take(operator, chosen, value, several);
                    list.items(items(list, operator, several, chosen, values));
                  }));
        });
    return items;
  }

  private void take(Operator operator, List<Value> chosen, Value value, boolean several) {
    if (!several) {
      set.accept(Comparison.of(operator, value));
      return;
    }
    if (!chosen.remove(value)) {
      chosen.add(value);
    }
    set.accept(
        chosen.isEmpty()
            ? Comparison.of(Operator.KNOWN)
            : new Comparison(operator, List.copyOf(chosen)));
  }
}

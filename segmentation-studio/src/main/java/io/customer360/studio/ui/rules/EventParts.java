package io.customer360.studio.ui.rules;

import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// Rules about events as words and chips.
final class EventParts {
  private static final List<Integer> WINDOWS = List.of(7, 30, 60, 90, 180, 365);

  private final RuleEditor editor;
  private final String place;

  EventParts(RuleEditor editor, String place) {
    this.editor = editor;
    this.place = place;
  }

  List<Node> of(Rule.Behaviour rule) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(measure(rule));
    nodes.addAll(
        occurrence(
            rule.occurrence(),
            next ->
                editor.replace(place, new Rule.Behaviour(next, rule.measure(), rule.comparison())),
            (key, next) ->
                editor.type(
                    place, key, new Rule.Behaviour(next, rule.measure(), rule.comparison())),
            true));
    String unit = rule.measure().kind() == Measure.Kind.COUNT ? "" : unit(rule);
    Field number = new Field("n", words(rule.measure()), "", "", FieldType.NUMBER, unit, "", "");
    nodes.addAll(
        new ComparisonParts(
                editor,
                null,
                number,
                rule.comparison(),
                next ->
                    editor.replace(
                        place, new Rule.Behaviour(rule.occurrence(), rule.measure(), next)),
                next ->
                    editor.type(
                        place,
                        "value",
                        new Rule.Behaviour(rule.occurrence(), rule.measure(), next)))
            .nodes());
    return nodes;
  }

  private String unit(Rule.Behaviour rule) {
    return rule.measure().kind().needsField()
        ? source(rule.occurrence().events())
            .field(rule.measure().field())
            .map(Field::unit)
            .orElse("")
        : "days";
  }

  private EventSource source(String name) {
    return editor
        .vocabulary()
        .catalog()
        .findEvents(name)
        .orElseGet(() -> new EventSource(name, name, name, "", "", "", false, List.of()));
  }

  private Button measure(Rule.Behaviour rule) {
    List<Measure> measures = new ArrayList<>();
    EventSource source = source(rule.occurrence().events());
    for (Measure.Kind kind : Measure.Kind.values()) {
      if (!kind.needsField()) {
        measures.add(new Measure(kind, ""));
        continue;
      }
      for (Field field : source.fields()) {
        if (field.type() == FieldType.NUMBER) {
          measures.add(new Measure(kind, field.name()));
        }
      }
    }
    return RuleParts.menu(
        words(rule.measure()),
        measures,
        this::words,
        next ->
            editor.replace(place, new Rule.Behaviour(rule.occurrence(), next, rule.comparison())),
        "rule-word");
  }

  private String words(Measure measure) {
    String kind = measure.kind().key().replace('_', '-');
    return Messages.text("studio.measure." + kind, measure.field().replace('_', ' '));
  }

  List<Node> of(Rule.Sequence rule) {
    List<Node> nodes =
        new ArrayList<>(
            occurrence(
                rule.first(),
                next -> editor.replace(place, with(rule, next, rule.then())),
                (key, next) -> editor.type(place, "a" + key, with(rule, next, rule.then())),
                true));
    nodes.add(
        RuleParts.menu(
            Messages.text(rule.followed() ? "studio.then" : "studio.then-not"),
            List.of(true, false),
            one -> Messages.text(one ? "studio.then" : "studio.then-not"),
            one ->
                editor.replace(
                    place, new Rule.Sequence(rule.first(), one, rule.then(), rule.withinDays())),
            "rule-word"));
    nodes.addAll(
        occurrence(
            rule.then(),
            next -> editor.replace(place, with(rule, rule.first(), next)),
            (key, next) -> editor.type(place, "b" + key, with(rule, rule.first(), next)),
            false));
    nodes.add(Nodes.label(Messages.text("studio.within"), "muted"));
    Button days =
        Nodes.button(
            Messages.text("studio.n-days", Integer.toString(rule.withinDays())),
            () -> {},
            "rule-chip",
            "rule-value");
    days.setOnAction(
        event ->
            NumberField.show(
                days,
                Messages.text("studio.within"),
                NumberField.daysUnit(),
                Integer.toString(rule.withinDays()),
                "",
                text ->
                    NumberField.days(
                        text,
                        3650,
                        n ->
                            editor.type(
                                place,
                                "within",
                                new Rule.Sequence(
                                    rule.first(), rule.followed(), rule.then(), n)))));
    nodes.add(days);
    return nodes;
  }

  private static Rule with(Rule.Sequence rule, Occurrence first, Occurrence then) {
    return new Rule.Sequence(first, rule.followed(), then, rule.withinDays());
  }

  /// Takes a keystroke: the field's key and the events with it.
  private interface Typing {
    void take(String key, Occurrence next);
  }

  private List<Node> occurrence(
      Occurrence of, Consumer<Occurrence> set, Typing type, boolean window) {
    List<Node> nodes = new ArrayList<>();
    EventSource source = source(of.events());
    nodes.add(
        RuleParts.menu(
            source.title(),
            List.copyOf(editor.vocabulary().catalog().events()),
            EventSource::title,
            next -> set.accept(new Occurrence(next.name(), List.of(), of.window())),
            "rule-chip"));
    for (int i = 0; i < of.details().size(); i++) {
      nodes.addAll(detail(source, of, i, set, type));
    }
    Button where = more(source, of, set);
    if (!source.fields().isEmpty()) {
      nodes.add(where);
    }
    if (window) {
      nodes.add(window(of, set, type));
    }
    return nodes;
  }

  private List<Node> detail(
      EventSource source, Occurrence of, int at, Consumer<Occurrence> set, Typing type) {
    Occurrence.Detail detail = of.details().get(at);
    Field field = source.field(detail.field()).orElse(null);
    if (field == null) {
      return List.of(Nodes.label(detail.field(), "danger"));
    }
    List<Node> nodes = new ArrayList<>();
    Button name = Nodes.button(field.title().toLowerCase(Locale.ROOT), () -> {}, "rule-chip");
    ContextMenu menu = new ContextMenu();
    MenuItem drop = new MenuItem(Messages.text("studio.detail.remove"));
    drop.setOnAction(event -> set.accept(without(of, at)));
    menu.getItems().add(drop);
    name.setOnAction(event -> menu.show(name, Side.BOTTOM, 0, 4));
    nodes.add(name);
    nodes.addAll(
        new ComparisonParts(
                editor,
                source,
                field,
                detail.comparison(),
                next -> set.accept(with(of, at, next)),
                next -> type.take("detail" + at, with(of, at, next)))
            .nodes());
    return nodes;
  }

  private static Occurrence with(Occurrence of, int at, Comparison comparison) {
    List<Occurrence.Detail> details = new ArrayList<>(of.details());
    details.set(at, new Occurrence.Detail(details.get(at).field(), comparison));
    return new Occurrence(of.events(), details, of.window());
  }

  private static Occurrence without(Occurrence of, int at) {
    List<Occurrence.Detail> details = new ArrayList<>(of.details());
    details.remove(at);
    return new Occurrence(of.events(), details, of.window());
  }

  private Button more(EventSource source, Occurrence of, Consumer<Occurrence> set) {
    return RuleParts.menu(
        Messages.text("studio.where"),
        source.fields(),
        Field::title,
        field -> {
          Comparison begin =
              switch (field.type()) {
                case NUMBER -> Comparison.of(Operator.AT_LEAST, 1);
                case TRUTH -> Comparison.of(Operator.IS, new Value.Truth(true));
                case TEXT -> Comparison.of(Operator.KNOWN);
                case DATE, MOMENT -> Comparison.of(Operator.AT_LEAST, new Value.DaysAgo(90));
              };
          List<Occurrence.Detail> details = new ArrayList<>(of.details());
          details.add(new Occurrence.Detail(field.name(), begin));
          set.accept(new Occurrence(of.events(), details, of.window()));
        },
        "rule-word",
        "rule-add");
  }

  private Button window(Occurrence of, Consumer<Occurrence> set, Typing type) {
    Button button = Nodes.button(words(of.window()), () -> {}, "rule-word");
    ContextMenu menu = new ContextMenu();
    for (int days : WINDOWS) {
      menu.getItems().add(item(new Window.LastDays(days), of, set));
    }
    menu.getItems().add(item(Window.ANYTIME, of, set));
    MenuItem other = new MenuItem(Messages.text("studio.window.other"));
    String now = of.window() instanceof Window.LastDays last ? Integer.toString(last.days()) : "";
    other.setOnAction(
        event ->
            NumberField.show(
                button,
                Messages.text("studio.window.last"),
                NumberField.daysUnit(),
                now,
                "",
                text ->
                    NumberField.days(
                        text, 36_500, n -> type.take("window", with(of, new Window.LastDays(n))))));
    menu.getItems().add(other);
    button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
    return button;
  }

  private MenuItem item(Window window, Occurrence of, Consumer<Occurrence> set) {
    MenuItem item = new MenuItem(words(window));
    item.setOnAction(event -> set.accept(with(of, window)));
    return item;
  }

  private static Occurrence with(Occurrence of, Window window) {
    return new Occurrence(of.events(), of.details(), window);
  }

  private String words(Window window) {
    return switch (window) {
      case Window.Anytime any -> Messages.text("studio.window.any");
      case Window.LastDays last ->
          Messages.text("studio.window.days", Integer.toString(last.days()));
      case Window.Before before ->
          Messages.text("studio.window.before", Integer.toString(before.days()));
      case Window.Since since ->
          Messages.text(
              "studio.window.since", editor.vocabulary().formats().dateLong(since.from()));
      case Window.Between between ->
          Messages.text(
              "studio.window.between",
              editor.vocabulary().formats().dateLong(between.from()),
              editor.vocabulary().formats().dateLong(between.to()));
    };
  }
}

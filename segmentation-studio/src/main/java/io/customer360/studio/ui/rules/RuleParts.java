package io.customer360.studio.ui.rules;

import io.customer360.studio.field.Field;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Rule;
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
import org.jspecify.annotations.Nullable;

/// One rule as words and chips, each of which changes it.
final class RuleParts {
  static final List<String> CHANNELS = List.of("email", "sms", "post", "phone");
  private static final List<String> PURPOSES = List.of("marketing", "profiling", "service");

  private final RuleEditor editor;
  private final String place;

  RuleParts(RuleEditor editor, String place) {
    this.editor = editor;
    this.place = place;
  }

  List<Node> of(Rule rule) {
    return switch (rule) {
      case Rule.Attribute attribute -> attribute(attribute);
      case Rule.Behaviour behaviour -> new EventParts(editor, place).of(behaviour);
      case Rule.Sequence sequence -> new EventParts(editor, place).of(sequence);
      case Rule.Membership membership -> membership(membership);
      case Rule.Consent consent -> consent(consent);
      case Rule.Expression expression -> expression(expression);
      case Rule.Off off -> List.of(Nodes.wrapped(editor.vocabulary().words(off.rule()), "muted"));
      case Rule.Group group -> List.of();
    };
  }

  private List<Node> attribute(Rule.Attribute attribute) {
    Field field = editor.vocabulary().catalog().find(attribute.field()).orElse(null);
    List<Node> nodes = new ArrayList<>();
    Button name = chip(field == null ? attribute.field() : field.title());
    name.setOnAction(
        event ->
            new NewRule(editor.vocabulary())
                .pick(name, Messages.text("studio.field"), rule -> editor.replace(place, rule)));
    nodes.add(name);
    if (field == null) {
      nodes.add(Nodes.label(editor.vocabulary().words(attribute), "danger"));
      return nodes;
    }
    nodes.addAll(
        new ComparisonParts(
                editor,
                null,
                field,
                attribute.comparison(),
                next -> editor.replace(place, new Rule.Attribute(field.name(), next)),
                next -> editor.type(place, field.name(), new Rule.Attribute(field.name(), next)))
            .nodes());
    return nodes;
  }

  private List<Node> membership(Rule.Membership membership) {
    Button chip = chip(editor.vocabulary().segment(membership.segment()));
    chip.getStyleClass().add("rule-value");
    chip.setOnAction(
        event -> {
          List<PickList.Item> items = new ArrayList<>();
          editor
              .vocabulary()
              .segments()
              .forEach(
                  (id, title) ->
                      items.add(
                          new PickList.Item(
                              "",
                              title,
                              "",
                              id.equals(membership.segment()),
                              () -> editor.replace(place, new Rule.Membership(id)))));
          new PickList(Messages.text("studio.member"), 260, false).items(items).show(chip);
        });
    return List.of(Nodes.label(Messages.text("studio.member"), "muted"), chip);
  }

  private List<Node> consent(Rule.Consent consent) {
    List<Node> nodes = new ArrayList<>();
    String status = consent.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    nodes.add(
        menu(
            Messages.text("studio.consent." + status),
            List.of(ConsentStatus.values()),
            one ->
                Messages.text(
                    "studio.consent." + one.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            one ->
                editor.replace(place, new Rule.Consent(consent.purpose(), consent.channel(), one)),
            "rule-chip"));
    nodes.add(
        menu(
            consent.purpose(),
            PURPOSES,
            one -> one,
            one ->
                editor.replace(place, new Rule.Consent(one, consent.channel(), consent.status())),
            "rule-chip",
            "rule-value"));
    nodes.add(Nodes.label(Messages.text("studio.by"), "muted"));
    List<String> channels = new ArrayList<>(CHANNELS);
    channels.addFirst("");
    nodes.add(
        menu(
            channel(consent.channel()),
            channels,
            RuleParts::channel,
            one ->
                editor.replace(
                    place,
                    new Rule.Consent(
                        consent.purpose(), one.isEmpty() ? null : one, consent.status())),
            "rule-chip",
            "rule-value"));
    return nodes;
  }

  static String channel(@Nullable String channel) {
    return Messages.text(
        "studio.channel." + (channel == null || channel.isEmpty() ? "any" : channel));
  }

  private List<Node> expression(Rule.Expression expression) {
    Button sql = Nodes.button(expression.sql(), editor::editSql, "rule-chip", "rule-sql");
    sql.setAccessibleText(Messages.text("studio.sql.part", expression.sql()));
    List<Node> nodes = new ArrayList<>(List.of(sql));
    if (!expression.why().isEmpty()) {
      nodes.add(
          Nodes.wrapped(Messages.text("studio.sql.stays", expression.why()), "caption", "muted"));
    }
    return nodes;
  }

  static Button chip(String words) {
    return Nodes.button(words, () -> {}, "rule-chip");
  }

  /// A chip with a menu of choices.
  static <T> Button menu(
      String words,
      List<T> choices,
      java.util.function.Function<T, String> title,
      Consumer<T> choose,
      String... classes) {
    Button button = Nodes.button(words, () -> {}, classes);
    ContextMenu menu = new ContextMenu();
    for (T choice : choices) {
      MenuItem item = new MenuItem(title.apply(choice));
      item.setOnAction(event -> choose.accept(choice));
      menu.getItems().add(item);
    }
    button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
    return button;
  }
}

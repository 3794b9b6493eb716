package io.customer360.studio.ui.rules;

import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// The list of everything a rule can be about. A new rule begins with a comparison that makes sense
/// for its type, to be changed by its chips.
final class NewRule {
  private final Vocabulary vocabulary;

  NewRule(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void pick(Node below, String prompt, Consumer<Rule> take) {
    new PickList(prompt, 320, false).items(items(take)).show(below);
  }

  List<PickList.Item> items(Consumer<Rule> take) {
    List<PickList.Item> items = new ArrayList<>();
    for (Field field : vocabulary.catalog().fields()) {
      String unit = field.unit().equals("money") ? vocabulary.formats().currencySymbol() : "";
      items.add(
          new PickList.Item(
              field.group(), field.title(), unit, false, () -> take.accept(of(field))));
    }
    String events = Messages.text("studio.group.events");
    for (EventSource source : vocabulary.catalog().events()) {
      items.add(
          new PickList.Item(
              events,
              Messages.text("studio.number-of", Vocabulary.lower(source.title())),
              "",
              false,
              () -> take.accept(count(source))));
    }
    String more = Messages.text("studio.group.more");
    if (vocabulary.catalog().events().size() > 1) {
      items.add(
          new PickList.Item(
              more, Messages.text("studio.sequence"), "", false, () -> take.accept(sequence())));
    }
    if (vocabulary.catalog().hasTable("consent")) {
      items.add(
          new PickList.Item(
              more,
              Messages.text("studio.consent"),
              "",
              false,
              () -> take.accept(new Rule.Consent("marketing", "email", ConsentStatus.YES))));
    }
    vocabulary
        .segments()
        .forEach(
            (id, title) ->
                items.add(
                    new PickList.Item(
                        Messages.text("studio.member"),
                        title,
                        "",
                        false,
                        () -> take.accept(new Rule.Membership(id)))));
    return items;
  }

  private static Rule of(Field field) {
    Comparison comparison =
        switch (field.type()) {
          case NUMBER -> Comparison.of(Operator.AT_LEAST, 1);
          case TEXT -> Comparison.of(Operator.KNOWN);
          case TRUTH -> Comparison.of(Operator.IS, new Value.Truth(true));
          case DATE, MOMENT -> Comparison.of(Operator.AT_LEAST, new Value.DaysAgo(90));
        };
    return new Rule.Attribute(field.name(), comparison);
  }

  private static Rule count(EventSource source) {
    return new Rule.Behaviour(
        new Occurrence(source.name(), List.of(), new Window.LastDays(90)),
        Measure.COUNT,
        Comparison.of(Operator.AT_LEAST, 1));
  }

  /// After the first kind of events none of the second.
  Rule sequence() {
    List<EventSource> sources = List.copyOf(vocabulary.catalog().events());
    String first = sources.getFirst().name();
    return new Rule.Sequence(
        new Occurrence(first, List.of(), new Window.LastDays(90)),
        false,
        new Occurrence(first, List.of(), Window.ANYTIME),
        30);
  }
}

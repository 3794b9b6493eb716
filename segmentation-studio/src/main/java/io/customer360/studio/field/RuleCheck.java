package io.customer360.studio.field;

import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleFault;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.rule.Value;
import java.util.Set;

/// Checks a rule tree against the catalog: names, types, and whether the comparisons make sense. A
/// fault names the rule's place, the field, and what is near.
public final class RuleCheck {
  private static final Field DAYS =
      new Field("days", "", "", "", FieldType.NUMBER, "days", "", "BIGINT");

  private final FieldCatalog catalog;
  private final Set<String> segments;

  /// @param segments ids a rule may refer to
  public RuleCheck(FieldCatalog catalog, Set<String> segments) {
    this.catalog = catalog;
    this.segments = Set.copyOf(segments);
  }

  /// @throws io.customer360.fault.WorkbenchException at the first rule that cannot be evaluated
  public void check(Rule root) {
    RuleTree.visit(root, this::one);
  }

  private void one(String place, Rule rule) {
    switch (rule) {
      case Rule.Group group -> {}
      case Rule.Off off -> {}
      case Rule.Expression expression -> {}
      case Rule.Attribute attribute ->
          comparison(
              place,
              catalog
                  .find(attribute.field())
                  .orElseThrow(() -> catalog.unknown(place, attribute.field())),
              attribute.comparison(),
              true);
      case Rule.Behaviour behaviour -> {
        EventSource source = occurrence(place, behaviour.occurrence());
        comparison(
            place, measured(place, source, behaviour.measure()), behaviour.comparison(), false);
      }
      case Rule.Sequence sequence -> {
        occurrence(place, sequence.first());
        occurrence(place, sequence.then());
      }
      case Rule.Membership membership -> {
        if (!segments.contains(membership.segment())) {
          throw RuleFault.at(
              place,
              "there is no segment "
                  + membership.segment()
                  + Near.words(membership.segment(), segments));
        }
      }
      case Rule.Consent consent -> {
        if (!catalog.hasTable("consent")) {
          throw RuleFault.at(place, "no consents were imported yet");
        }
      }
    }
  }

  private Field measured(String place, EventSource source, Measure measure) {
    if (!measure.kind().needsField()) {
      return DAYS;
    }
    Field field = field(place, source, measure.field());
    if (field.type() != FieldType.NUMBER) {
      throw RuleFault.at(
          place,
          source.name() + "." + field.name() + " is " + field.type().words() + ", not a number");
    }
    return field;
  }

  private EventSource occurrence(String place, Occurrence occurrence) {
    EventSource source =
        catalog
            .findEvents(occurrence.events())
            .orElseThrow(
                () ->
                    RuleFault.at(
                        place,
                        "there are no events called "
                            + occurrence.events()
                            + Near.words(
                                occurrence.events(),
                                catalog.events().stream().map(EventSource::name).toList())));
    for (Occurrence.Detail detail : occurrence.details()) {
      comparison(place, field(place, source, detail.field()), detail.comparison(), false);
    }
    return source;
  }

  private static Field field(String place, EventSource source, String name) {
    return source
        .field(name)
        .orElseThrow(
            () ->
                RuleFault.at(
                    place,
                    source.name()
                        + " have no field "
                        + name
                        + Near.words(name, source.fields().stream().map(Field::name).toList())));
  }

  private void comparison(String place, Field field, Comparison comparison, boolean ofCustomer) {
    Operator operator = comparison.operator();
    if (!field.type().takes(operator)) {
      throw RuleFault.at(
          place,
          field.name()
              + " is "
              + field.type().words()
              + " and cannot be compared by '"
              + operator.key()
              + "'");
    }
    if (comparison.empty()) {
      throw RuleFault.at(
          place,
          field.name()
              + " between "
              + words(comparison.values().getFirst())
              + " and "
              + words(comparison.values().getLast())
              + " holds for nobody; the smaller or earlier comes first");
    }
    for (Value value : comparison.values()) {
      boolean fits =
          switch (value) {
            case Value.Text text -> field.type() == FieldType.TEXT;
            case Value.Number number -> field.type() == FieldType.NUMBER;
            case Value.Truth truth ->
                field.type() == FieldType.TRUTH && comparison.values().size() == 1;
            case Value.Day day ->
                field.type() == FieldType.DATE
                    || field.type() == FieldType.MOMENT
                        && (operator == Operator.AT_LEAST || operator == Operator.LESS_THAN);
            case Value.DaysAgo ago ->
                field.type() == FieldType.DATE || field.type() == FieldType.MOMENT;
            case Value.Multiple multiple -> {
              multiple(place, multiple);
              yield ofCustomer
                  && field.type() == FieldType.NUMBER
                  && operator.isOrder()
                  && operator != Operator.BETWEEN;
            }
          };
      if (!fits) {
        throw RuleFault.at(
            place,
            field.name()
                + " is "
                + field.type().words()
                + " and cannot be compared by '"
                + operator.key()
                + "' with "
                + words(value));
      }
    }
  }

  private void multiple(String place, Value.Multiple multiple) {
    Field other =
        catalog.find(multiple.field()).orElseThrow(() -> catalog.unknown(place, multiple.field()));
    if (other.type() != FieldType.NUMBER) {
      throw RuleFault.at(place, other.name() + " is " + other.type().words() + ", not a number");
    }
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Text text -> "the text '" + text.text() + "'";
      case Value.Number number -> "the number " + number.number().toPlainString();
      case Value.Truth truth -> String.valueOf(truth.truth());
      case Value.Day day -> "the day " + day.day();
      case Value.DaysAgo ago -> ago.days() + " days ago";
      case Value.Multiple multiple -> "a multiple of " + multiple.field();
    };
  }
}

package io.customer360.studio.field;

import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Rules in words: `Loyalty tier is Gold or Silver`.
public final class RuleWords {
  /// The why of the condition that stands for the people of a static list.
  public static final String ON_A_LIST = "the people of a list";

  private final FieldCatalog catalog;

  public RuleWords(FieldCatalog catalog) {
    this.catalog = catalog;
  }

  /// One line; a group says only how its rules work together.
  public String of(Rule rule) {
    return switch (rule) {
      case Rule.Group group ->
          switch (group.combination()) {
            case ALL -> "All of these";
            case ANY -> "Any of these";
            case NONE -> "None of these";
          };
      case Rule.Attribute attribute ->
          title(attribute.field()) + " " + comparison(attribute.comparison());
      case Rule.Behaviour behaviour -> behaviour(behaviour);
      case Rule.Sequence sequence ->
          occurrence(sequence.first())
              + (sequence.followed() ? ", then " : ", then no ")
              + occurrence(sequence.then()).toLowerCase(Locale.ROOT)
              + " within "
              + sequence.withinDays()
              + " days";
      case Rule.Membership membership -> "Member of " + membership.segment();
      case Rule.Consent consent -> consent(consent);
      case Rule.Expression expression ->
          expression.why().equals(ON_A_LIST)
              ? "On the list"
              : "SQL: " + expression.sql().replaceAll("\\s+", " ");
      case Rule.Off off -> "Off: " + of(off.rule());
    };
  }

  /// What a rule asks of its number or text, `at least 3`; the whole rule where there is no such.
  public String asks(Rule rule) {
    return switch (rule) {
      case Rule.Attribute attribute -> comparison(attribute.comparison());
      case Rule.Behaviour behaviour -> comparison(behaviour.comparison());
      default -> of(rule);
    };
  }

  private static String consent(Rule.Consent consent) {
    String channel = consent.channel();
    String about = consent.purpose() + (channel == null ? "" : " by " + channel);
    return switch (consent.status()) {
      case YES -> "Agrees to " + about;
      case NO -> "Refused " + about;
      case NOT_ASKED -> "Not asked about " + about;
    };
  }

  private String title(String field) {
    return catalog.find(field).map(Field::title).orElse(field);
  }

  private String behaviour(Rule.Behaviour behaviour) {
    Measure measure = behaviour.measure();
    String events = occurrence(behaviour.occurrence());
    String of = measure.field().replace('_', ' ');
    String subject =
        switch (measure.kind()) {
          case COUNT -> "Number of " + lower(events);
          case SUM -> "Sum of " + of + " of " + lower(events);
          case AVERAGE -> "Average " + of + " of " + lower(events);
          case LARGEST -> "Largest " + of + " of " + lower(events);
          case SMALLEST -> "Smallest " + of + " of " + lower(events);
          case DAYS_SINCE_LAST -> "Days since the last of " + lower(events);
          case DAYS_SINCE_FIRST -> "Days since the first of " + lower(events);
        };
    return subject + " " + comparison(behaviour.comparison());
  }

  private static String lower(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  private String occurrence(Occurrence occurrence) {
    String title =
        catalog.findEvents(occurrence.events()).map(EventSource::title).orElse(occurrence.events());
    String details =
        occurrence.details().stream()
            .map(detail -> detail.field().replace('_', ' ') + " " + comparison(detail.comparison()))
            .collect(Collectors.joining(", "));
    String window =
        switch (occurrence.window()) {
          case Window.Anytime any -> "";
          case Window.LastDays last -> " in the last " + last.days() + " days";
          case Window.Before before -> " more than " + before.days() + " days ago";
          case Window.Since since -> " since " + since.from();
          case Window.Between between -> " from " + between.from() + " to " + between.to();
        };
    return title + (details.isEmpty() ? "" : " (" + details + ")") + window;
  }

  private String comparison(Comparison comparison) {
    List<Value> values = comparison.values();
    String first = values.isEmpty() ? "" : value(values.getFirst());
    return switch (comparison.operator()) {
      case IS -> "is " + list(values);
      case IS_NOT -> "is not " + list(values);
      case AT_LEAST -> "at least " + first;
      case MORE_THAN -> "more than " + first;
      case AT_MOST -> "at most " + first;
      case LESS_THAN -> "less than " + first;
      case BETWEEN -> "from " + first + " to " + value(values.getLast());
      case CONTAINS -> "contains '" + first + "'";
      case STARTS_WITH -> "begins with '" + first + "'";
      case KNOWN -> "is known";
      case UNKNOWN -> "is not known";
    };
  }

  private String list(List<Value> values) {
    return values.stream().map(this::value).collect(Collectors.joining(" or "));
  }

  private String value(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Number number -> number.number().toPlainString();
      case Value.Truth truth -> truth.truth() ? "yes" : "no";
      case Value.Day day -> day.day().toString();
      case Value.DaysAgo ago ->
          ago.days() == 0
              ? "today"
              : Math.abs(ago.days()) + (ago.days() > 0 ? " days ago" : " days ahead");
      case Value.Multiple multiple ->
          multiple.factor().toPlainString() + " × " + lower(title(multiple.field()));
    };
  }
}

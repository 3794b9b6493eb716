package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Sql;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Normal;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleFault;
import io.customer360.studio.rule.Value;
import io.customer360.studio.sql.RuleSql;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns rules into sets of customers of one snapshot. Sets of single rules are kept. One thread at
/// a time.
final class Evaluator {
  private final Lakehouse lakehouse;
  private final FieldCatalog catalog;
  private final Columns columns;
  private final Moments moments;
  private final RuleSql sql;
  private final ColumnCache sets;
  private final EventDetails details;
  private final Deque<String> open = new ArrayDeque<>();
  private Map<String, Rule> segments = Map.of();

  Evaluator(
      Lakehouse lakehouse, FieldCatalog catalog, Columns columns, Moments moments, long budget) {
    this.lakehouse = lakehouse;
    this.catalog = catalog;
    this.columns = columns;
    this.moments = moments;
    this.sql = new RuleSql(catalog, moments.zone());
    this.sets = new ColumnCache(budget);
    this.details = new EventDetails(columns, moments, sets);
  }

  /// The segments rules may refer to, by id.
  void segments(Map<String, Rule> definitions) {
    segments = definitions;
  }

  int size() {
    return columns.population().size();
  }

  /// The customers a rule holds for. A group is put together from the sets of its rules.
  Bits of(Rule rule, Progress progress) {
    progress.checkCancelled();
    return switch (rule) {
      case Rule.Group group -> group(group, progress);
      case Rule.Membership membership -> membership(membership, progress);
      case Rule.Off off -> Bits.full(size());
      default -> kept(rule, progress);
    };
  }

  private Bits group(Rule.Group group, Progress progress) {
    Bits all = Bits.full(size());
    if (group.rules().isEmpty()) {
      return all;
    }
    Bits made = of(group.rules().getFirst(), progress);
    for (Rule rule : group.rules().subList(1, group.rules().size())) {
      Bits one = of(rule, progress);
      made =
          switch (group.combination()) {
            case ALL -> made.and(one);
            case ANY, NONE -> made.or(one);
          };
    }
    return group.combination() == io.customer360.studio.rule.Combination.NONE
        ? all.without(made)
        : made;
  }

  private Bits membership(Rule.Membership membership, Progress progress) {
    String id = membership.segment();
    Rule definition = segments.get(id);
    if (definition == null) {
      throw RuleFault.at("", "there is no segment " + id);
    }
    if (open.contains(id)) {
      throw RuleFault.at("", "segment " + id + " contains itself");
    }
    open.push(id);
    try {
      return of(Normal.of(definition), progress);
    } finally {
      open.pop();
    }
  }

  /// Whether a rule reads what people write, which changes within a snapshot: a static list.
  private static boolean changes(Rule rule) {
    return rule instanceof Rule.Expression expression && expression.sql().contains("ops.");
  }

  private Bits kept(Rule rule, Progress progress) {
    if (changes(rule)) {
      return bySql(rule, progress);
    }
    if (sets.get(rule) instanceof Bits bits) {
      return bits;
    }
    Bits made =
        switch (rule) {
          case Rule.Attribute attribute -> attribute(attribute, progress);
          case Rule.Behaviour behaviour -> behaviour(behaviour, progress);
          case Rule.Sequence sequence -> sequence(sequence, progress);
          case Rule.Consent consent -> consent(consent, progress);
          default -> bySql(rule, progress);
        };
    sets.put(rule, made, made.bytes());
    return made;
  }

  private Bits attribute(Rule.Attribute rule, Progress progress) {
    Field field = catalog.field(rule.field());
    Comparison comparison = rule.comparison();
    if (field.type() == FieldType.TEXT) {
      TextColumn texts = columns.texts(field, progress).orElse(null);
      if (texts == null) {
        return bySql(rule, progress);
      }
      return Sifting.codes(texts.codes(), size(), TextTest.passes(texts, comparison));
    }
    double[] values = columns.numbers(field, progress);
    if (!comparison.values().isEmpty()
        && comparison.values().getFirst() instanceof Value.Multiple multiple) {
      return multiple(values, comparison, multiple, progress);
    }
    NumberTest test = NumberTest.of(comparison, value -> moments.number(field, value));
    return Sifting.numbers(values, size(), test);
  }

  private Bits multiple(
      double[] values, Comparison comparison, Value.Multiple multiple, Progress progress) {
    double[] others = columns.numbers(catalog.field(multiple.field()), progress);
    double factor = multiple.factor().doubleValue();
    return switch (comparison.operator()) {
      case AT_LEAST -> Sifting.rows(size(), i -> values[i] >= factor * others[i]);
      case MORE_THAN -> Sifting.rows(size(), i -> values[i] > factor * others[i]);
      case AT_MOST -> Sifting.rows(size(), i -> values[i] <= factor * others[i]);
      case LESS_THAN -> Sifting.rows(size(), i -> values[i] < factor * others[i]);
      default -> new Bits(size());
    };
  }

  private Bits behaviour(Rule.Behaviour rule, Progress progress) {
    EventSource source = catalog.source(rule.occurrence().events());
    Selection selection = selection(source, rule.occurrence(), 0, progress);
    if (selection == null) {
      return bySql(rule, progress);
    }
    Field field =
        rule.measure().kind().needsField()
            ? source.field(rule.measure().field()).orElseThrow()
            : null;
    double[] values = field == null ? null : columns.numbers(source, field, progress);
    return new BehaviourKernel(selection, size())
        .run(rule.measure(), rule.comparison(), values, field, moments.today(), progress);
  }

  private Bits sequence(Rule.Sequence rule, Progress progress) {
    EventSource first = catalog.source(rule.first().events());
    EventSource then = catalog.source(rule.then().events());
    int ended = rule.followed() ? 0 : rule.withinDays();
    Selection starts = selection(first, rule.first(), ended, progress);
    Selection answers = selection(then, rule.then(), 0, progress);
    return starts == null || answers == null
        ? bySql(rule, progress)
        : SequenceKernel.run(starts, answers, rule.followed(), rule.withinDays(), size(), progress);
  }

  private @Nullable Selection selection(
      EventSource source, Occurrence occurrence, int ended, Progress progress) {
    Moments.Span span = moments.span(occurrence.window(), ended);
    return Selection.of(columns, details, source, occurrence, span, progress);
  }

  private Bits consent(Rule.Consent rule, Progress progress) {
    String channel = rule.channel();
    boolean none = rule.status() == ConsentStatus.NOT_ASKED;
    Bits answered =
        byKeys(
            "select distinct "
                + Population.KEY.formatted("customer_id")
                + " from gold.consent where purpose = "
                + Sql.literal(rule.purpose())
                + (channel == null ? "" : " and channel = " + Sql.literal(channel))
                + (none ? "" : " and status = " + Sql.literal(rule.status().key())),
            progress);
    return none ? Bits.full(size()).without(answered) : answered;
  }

  /// Whatever else: the database evaluates the one condition.
  private Bits bySql(Rule rule, Progress progress) {
    return byKeys(
        "select "
            + Population.KEY.formatted("c.customer_id")
            + "\n"
            + sql.from(rule)
            + "\nwhere "
            + sql.condition(rule, moments.asOf()),
        progress);
  }

  private Bits byKeys(String query, Progress progress) {
    return Abandoning.read(
        lakehouse,
        progress,
        connection -> {
          Bits bits = new Bits(size());
          Batches.read(
              connection,
              query,
              progress,
              block -> {
                for (int row = 0; row < block.rows(); row++) {
                  int number = columns.population().number(block.whole(0, row));
                  if (number >= 0) {
                    bits.set(number);
                  }
                }
              });
          return bits;
        });
  }
}

package io.customer360.studio.sql;

import static io.customer360.studio.sql.SqlTree.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads the conditions of an event table as a kind of event, its details and its window.
final class OccurrenceReader {
  private final FieldCatalog catalog;
  private final Comparisons comparisons;
  private final Literals literals;
  private final String alias;

  private @Nullable Integer since;
  private boolean upToToday;
  private @Nullable Integer before;
  private @Nullable LocalDate from;
  private @Nullable LocalDate until;

  OccurrenceReader(FieldCatalog catalog, Comparisons comparisons, Literals literals, String alias) {
    this.catalog = catalog;
    this.comparisons = comparisons;
    this.literals = literals;
    this.alias = alias;
  }

  /// @param ended days that are required to have passed since each event, and that its window does
  ///     not mention
  Occurrence read(String table, List<JsonNode> where, @Nullable Integer ended) throws NotShown {
    EventSource source = source(table, where);
    List<Occurrence.Detail> details = new ArrayList<>();
    for (JsonNode one : where) {
      JsonNode subject = subject(one);
      List<String> name = subject == null ? List.of() : Subqueries.names(subject, alias);
      if (name.equals(List.of(source.time()))) {
        bound(one);
      } else if (!name.isEmpty()) {
        details.add(detail(one, source, name.getFirst()));
      } else {
        throw new NotShown("a condition on " + source.name() + " is none rules have");
      }
    }
    return new Occurrence(source.name(), details, window(ended));
  }

  private static @Nullable JsonNode subject(JsonNode node) {
    if (is(node, "COLUMN_REF")) {
      return node;
    }
    if (is(node, "OPERATOR_NOT")) {
      return subject(node.path("children").path(0));
    }
    return Comparisons.subject(node);
  }

  private EventSource source(String table, List<JsonNode> where) throws NotShown {
    List<EventSource> sources = catalog.sourcesOf(table);
    for (EventSource source : sources) {
      if (source.only().isEmpty()) {
        return source;
      }
      for (JsonNode one : where) {
        boolean not = is(one, "OPERATOR_NOT");
        JsonNode column = not ? one.path("children").path(0) : one;
        if (Subqueries.names(column, alias).equals(List.of(source.only()))
            && not != source.flagged()) {
          where.remove(one);
          return source;
        }
      }
    }
    throw new NotShown(
        sources.isEmpty()
            ? table + " is no table of events"
            : "it does not say which rows of "
                + table
                + ": add 'not "
                + sources.getFirst().only()
                + "'");
  }

  private Occurrence.Detail detail(JsonNode node, EventSource source, String name) throws NotShown {
    Field field = source.field(name).orElse(null);
    if (field == null) {
      throw new NotShown(source.name() + " have no field " + name);
    }
    boolean not = is(node, "OPERATOR_NOT");
    JsonNode inner = not ? node.path("children").path(0) : node;
    if (is(inner, "COLUMN_REF")) {
      return new Occurrence.Detail(name, Comparison.of(Operator.IS, new Value.Truth(!not)));
    }
    return new Occurrence.Detail(name, comparisons.read(inner, field, not, other -> null));
  }

  private void bound(JsonNode node) throws NotShown {
    JsonNode right = node.path("right");
    OptionalInt ago = Literals.daysAgo(right);
    Optional<LocalDate> day = literals.startOfDay(right);
    switch (node.path("type").asText()) {
      case "COMPARE_GREATERTHAN" -> {
        if (ago.isPresent() && since == null) {
          since = ago.getAsInt();
          return;
        }
      }
      case "COMPARE_GREATERTHANOREQUALTO" -> {
        if (day.isPresent() && from == null) {
          from = day.get();
          return;
        }
      }
      case "COMPARE_LESSTHANOREQUALTO" -> {
        if (ago.isPresent() && ago.getAsInt() == 0) {
          upToToday = true;
          return;
        }
        if (ago.isPresent() && before == null) {
          before = ago.getAsInt();
          return;
        }
      }
      case "COMPARE_LESSTHAN" -> {
        if (day.isPresent() && until == null) {
          until = day.get();
          return;
        }
      }
      default -> {
        // falls through to the refusal
      }
    }
    throw new NotShown("its window is the last days, before some days, or whole days");
  }

  private Window window(@Nullable Integer ended) throws NotShown {
    LocalDate begin = from;
    LocalDate end = until;
    Integer last = since;
    Integer older = before;
    if (Objects.equals(older, ended)) {
      older = null;
    } else if (ended != null && (older == null || older < ended)) {
      throw new NotShown("what did not follow counts only after its days have passed");
    }
    if (begin != null && end != null && last == null && older == null) {
      return new Window.Between(begin, end.minusDays(1));
    }
    if (begin != null && end == null && last == null && older == null) {
      return new Window.Since(begin);
    }
    if (begin == null && end == null) {
      if (last != null && older == null && last > 0) {
        return new Window.LastDays(last);
      }
      if (last == null && older != null && older > 0) {
        return new Window.Before(older);
      }
      if (last == null && older == null) {
        return Window.ANYTIME;
      }
    }
    throw new NotShown("its window is the last days, before some days, or whole days");
  }

  boolean upToToday() {
    return upToToday;
  }
}

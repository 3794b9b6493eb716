package io.customer360.identity.standard;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides what each column holds and brings its values into one form. Columns that cannot help to
/// compare two records are left out, and that is said.
public final class Standardizer {
  private final Nicknames nicknames;

  public Standardizer(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  /// @param chosen the columns to use, empty for all that make sense
  public StandardTable standardize(RecordTable records, List<String> chosen) {
    List<String> remarks = new ArrayList<>(records.remarks());
    Map<TextColumn, ColumnFacts> facts = new LinkedHashMap<>();
    for (TextColumn column : records.columns()) {
      if (!chosen.isEmpty() && !chosen.contains(column.name())) {
        continue;
      }
      ColumnFacts fact = ColumnFacts.of(column, nicknames);
      String reason =
          oneSided(records, column)
              ? "only one of the files has it, and no column of the other was found to hold the"
                  + " same"
              : unusable(column.name(), fact, chosen.isEmpty());
      if (reason == null) {
        facts.put(column, fact);
      } else {
        remarks.add("Column " + column.name() + " is not compared: " + reason + ".");
      }
    }
    List<StandardColumn> columns = new ArrayList<>();
    TableKinds.of(facts).forEach((column, kind) -> columns.add(standard(column, kind, remarks)));
    List<StandardColumn> split = new PersonNames(records, remarks).arrange(columns);
    return new StandardTable(records, Overshared.without(split, remarks), remarks);
  }

  /// Reads records as the columns of others were read.
  public static StandardTable asKept(RecordTable records, List<KeptColumn> kept) {
    List<StandardColumn> columns = new ArrayList<>();
    for (KeptColumn column : kept) {
      TextColumn text = records.column(column.name()).orElseThrow();
      StandardColumn read = standard(text, column.kind(), new ArrayList<>());
      Set<String> without = Set.copyOf(column.overshared());
      columns.add(
          without.isEmpty()
              ? read
              : new StandardColumn(
                  read.name(),
                  read.kind(),
                  read.origin(),
                  Recoding.ofValues(
                      read.name(), read.text(), value -> without.contains(value) ? null : value)));
    }
    return new StandardTable(records, columns, List.of());
  }

  /// Whether every pair lacks a value, as pairs are of one record of each source.
  private static boolean oneSided(RecordTable records, TextColumn column) {
    if (records.sourceCount() < 2 || column.filled() == 0) {
      return false;
    }
    int within = column.filled(0, records.firstSource());
    return within == 0 || within == column.filled();
  }

  private static @Nullable String unusable(String name, ColumnFacts facts, boolean guess) {
    if (facts.filled() == 0) {
      return "it holds no value";
    }
    if (facts.distinct() == 1) {
      return "it holds one value only";
    }
    if (guess && KindFinder.namedLikeTruth(name)) {
      return "its name says that it holds the answer (name it in --columns to use it)";
    }
    if (KindFinder.rowKey(name, facts)) {
      return "no two records share a value, so it is a row's own key";
    }
    return null;
  }

  private static StandardColumn standard(TextColumn column, ColumnKind kind, List<String> remarks) {
    List<String> values = new ArrayList<>(column.distinct());
    for (int code = 0; code < column.distinct(); code++) {
      values.add(column.valueOf(code));
    }
    ValueReader reader = ValueReader.of(kind, values);
    TextColumn text = Recoding.ofValues(column.name(), column, reader::read);
    int lost = column.filled() - text.filled();
    if (lost > 0) {
      remarks.add(
          lost
              + " values of "
              + column.name()
              + " are fillings for an unknown "
              + kind.words()
              + " and count as missing.");
    }
    return new StandardColumn(column.name(), kind, column.name(), text);
  }
}

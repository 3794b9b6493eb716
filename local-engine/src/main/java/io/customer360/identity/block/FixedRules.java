package io.customer360.identity.block;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.record.TextHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Blocking rules apart from the records they were chosen on. Keys are hashes of the text they
/// are made of, so that they are the same wherever a record stands, and which of them were too
/// frequent to compare all with all is a part of the rule: what brings a pair depends on the two
/// records and on nothing else. Immutable.
///
/// @param rules in the order they were chosen
public record FixedRules(List<Rule> rules) {
  /// Copies the list.
  public FixedRules {
    rules = List.copyOf(rules);
  }

  /// A way to make a key.
  ///
  /// @param field the comparison's place
  /// @param what which of the ways of its kind of column
  public record Key(int field, String what) {}

  /// @param label in plain words
  /// @param second must agree too; null where one key is enough
  /// @param splitter parts the blocks in `large`
  /// @param large keys of blocks that are split
  /// @param none keys of blocks that are left out
  public record Rule(
      String label,
      Key first,
      @Nullable Key second,
      @Nullable Key splitter,
      List<Long> large,
      List<Long> none) {
    /// Copies the lists.
    public Rule {
      large = List.copyOf(large);
      none = List.copyOf(none);
    }
  }

  /// The same rules with their large blocks, as they are in these records.
  FixedRules limited(List<FieldComparison> fields, int rows, int limit) {
    List<Rule> limited = new ArrayList<>();
    for (Rule rule : rules) {
      Rule bare =
          new Rule(rule.label, rule.first, rule.second, rule.splitter, List.of(), List.of());
      List<Long> large = frequent(keys(bare, fields, rows), limit);
      Rule split = new Rule(rule.label, rule.first, rule.second, rule.splitter, large, List.of());
      List<Long> none = large.isEmpty() ? large : frequent(keys(split, fields, rows), limit);
      limited.add(new Rule(rule.label, rule.first, rule.second, rule.splitter, large, none));
    }
    return new FixedRules(limited);
  }

  private static List<Long> frequent(long[] keys, int limit) {
    long[] sorted = keys.clone();
    Arrays.parallelSort(sorted);
    List<Long> frequent = new ArrayList<>();
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      if (sorted[from] != 0 && to - from > limit) {
        frequent.add(sorted[from]);
      }
      from = to;
    }
    return frequent;
  }

  /// By rule the keys of every row, 0 where it has none.
  public long[][] keys(List<FieldComparison> fields, int rows) {
    long[][] keys = new long[rules.size()][];
    for (int r = 0; r < keys.length; r++) {
      keys[r] = keys(rules.get(r), fields, rows);
    }
    return keys;
  }

  /// The pairs the rules bring of these records.
  ///
  /// @param keys as [#keys] makes them
  public Candidates candidates(RecordTable records, long[][] keys) {
    List<Blocks> blocks = new ArrayList<>();
    List<Double> estimates = new ArrayList<>();
    for (int r = 0; r < keys.length; r++) {
      Blocks of = Blocks.of(rules.get(r).label(), keys[r], records);
      blocks.add(of);
      estimates.add((double) of.pairs());
    }
    return new Candidates(records, blocks, estimates, () -> this);
  }

  private static long[] keys(Rule rule, List<FieldComparison> fields, int rows) {
    Part first = new Part(fields, rule.first);
    Key secondKey = rule.second;
    Part second = secondKey == null ? null : new Part(fields, secondKey);
    Key splitterKey = rule.splitter;
    Part splitter = splitterKey == null ? null : new Part(fields, splitterKey);
    Set<Long> large = new HashSet<>(rule.large);
    Set<Long> none = new HashSet<>(rule.none);
    long[] keys = new long[rows];
    for (int row = 0; row < rows; row++) {
      long key = first.of(row);
      if (second != null && key != 0) {
        long other = second.of(row);
        key = other == 0 ? 0 : TextHash.of(key, other);
      }
      if (key != 0 && splitter != null && large.contains(key)) {
        long part = splitter.of(row);
        key = part == 0 ? 0 : TextHash.of(key, part);
      }
      keys[row] = none.contains(key) ? 0 : key;
    }
    return keys;
  }

  /// Hashes by code of the standard value, made when a row first asks.
  private static final class Part {
    private final FieldComparison field;
    private final Function<String, @Nullable String> maker;
    private final long[] hashes;
    private final boolean[] made;

    Part(List<FieldComparison> fields, Key key) {
      field = fields.get(key.field());
      Function<String, @Nullable String> named = KeyParts.named(field.kind(), key.what());
      maker = named == null ? value -> null : named;
      TextColumn text = field.column().text();
      hashes = new long[text.distinct()];
      made = new boolean[hashes.length];
    }

    long of(int row) {
      int code = field.code(row);
      if (code < 0) {
        return 0;
      }
      if (!made[code]) {
        made[code] = true;
        String value = maker.apply(field.column().text().valueOf(code));
        hashes[code] = value == null || value.isEmpty() ? 0 : TextHash.of(value);
      }
      return hashes[code];
    }
  }
}

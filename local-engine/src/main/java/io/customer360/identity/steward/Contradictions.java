package io.customer360.identity.steward;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Judgements in force that cannot all be true: A is B, B is C, and A is not C. Resolving follows
/// what keeps people apart and then joins in the order of the records, so one of the joins is left
/// out; which of the judgements is wrong only a person can say.
public final class Contradictions {
  private static final String SAID =
      """
      select p.left_record, p.right_record, p.verdict, j.number
      from ops.identity_judged_pair p join ops.identity_judgement j using (number)
      where j.undone_at is null and p.verdict <> 'unsure'
      qualify row_number() over (partition by p.left_record, p.right_record
        order by j.number desc) = 1
      order by p.left_record, p.right_record
      """;

  private Contradictions() {}

  /// One pair and the judgement that says it.
  record Said(Judgement.Pair pair, long number) {}

  /// A chain of records that are one, pair by pair, whose ends are two.
  ///
  /// @param records from one end to the other, three or more
  /// @param together the judgements that join each record to the next
  /// @param apart the judgement that the ends are two
  public record Chain(List<String> records, List<Long> together, long apart) {
    public Chain {
      records = List.copyOf(records);
      together = List.copyOf(together);
    }
  }

  /// Those in force, each pair of ends once, by its shortest chain.
  public static List<Chain> inForce(Connection read) throws SQLException {
    return of(
        Rows.list(
            read,
            SAID,
            row ->
                new Said(
                    new Judgement.Pair(
                        row.getString(1), row.getString(2), Verdict.of(row.getString(3))),
                    row.getLong(4))));
  }

  static List<Chain> of(List<Said> said) {
    Map<String, Map<String, Long>> one = new HashMap<>();
    List<Said> apart = new ArrayList<>();
    for (Said each : said) {
      String left = each.pair().left();
      String right = each.pair().right();
      if (each.pair().verdict() == Verdict.MATCH) {
        one.computeIfAbsent(left, record -> new LinkedHashMap<>()).put(right, each.number());
        one.computeIfAbsent(right, record -> new LinkedHashMap<>()).put(left, each.number());
      } else if (each.pair().verdict() == Verdict.NOT_A_MATCH) {
        apart.add(each);
      }
    }
    List<Chain> found = new ArrayList<>();
    for (Said each : apart) {
      List<String> way = way(one, each.pair().left(), each.pair().right());
      if (!way.isEmpty()) {
        found.add(new Chain(way, numbers(one, way), each.number()));
      }
    }
    found.sort(Comparator.comparingLong(Chain::apart));
    return found;
  }

  /// The shortest way from one record to another over pairs that are one; empty where there is
  /// none.
  private static List<String> way(Map<String, Map<String, Long>> one, String from, String to) {
    Map<String, String> before = new HashMap<>();
    before.put(from, from);
    ArrayDeque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !before.containsKey(to)) {
      String at = next.removeFirst();
      for (String other : one.getOrDefault(at, Map.of()).keySet()) {
        if (before.putIfAbsent(other, at) == null) {
          next.addLast(other);
        }
      }
    }
    List<String> way = new ArrayList<>();
    String at = before.containsKey(to) ? to : null;
    while (at != null) {
      way.addFirst(at);
      String previous = before.get(at);
      at = at.equals(previous) ? null : previous;
    }
    return way;
  }

  private static List<Long> numbers(Map<String, Map<String, Long>> one, List<String> way) {
    List<Long> numbers = new ArrayList<>();
    for (int i = 1; i < way.size(); i++) {
      numbers.add(one.getOrDefault(way.get(i - 1), Map.of()).getOrDefault(way.get(i), 0L));
    }
    return numbers;
  }
}

package io.customer360.studio.compare;

import io.customer360.studio.count.Bits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How segments overlap: every pair, and every combination that occurs (as an UpSet plot shows).
///
/// @param segments in the given order
/// @param sizes of each
/// @param pairs customers in both of each pair
/// @param combinations who is in exactly these segments and no other, the largest first
public record Overlap(
    List<String> segments, List<Integer> sizes, List<Pair> pairs, List<Combination> combinations) {
  /// At most this many segments are taken together.
  public static final int MOST = 60;

  public Overlap {
    segments = List.copyOf(segments);
    sizes = List.copyOf(sizes);
    pairs = List.copyOf(pairs);
    combinations = List.copyOf(combinations);
  }

  /// @param jaccard both divided by either, 0 to 1
  public record Pair(String first, String second, int both, double jaccard) {}

  public record Combination(List<String> segments, int customers) {
    public Combination {
      segments = List.copyOf(segments);
    }
  }

  /// @param members sets of the same population by segment; at most [#MOST]
  public static Overlap of(Map<String, Bits> members) {
    List<String> names = List.copyOf(members.keySet());
    List<Bits> sets = List.copyOf(members.values());
    if (names.size() > MOST) {
      throw io.customer360.fault.WorkbenchException.user(
          "C360-SEG-050", "At most " + MOST + " segments can be laid over each other.");
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        int both = sets.get(i).common(sets.get(j));
        int either = sets.get(i).count() + sets.get(j).count() - both;
        pairs.add(
            new Pair(names.get(i), names.get(j), both, either == 0 ? 0 : (double) both / either));
      }
    }
    return new Overlap(
        names, sets.stream().map(Bits::count).toList(), pairs, combinations(names, sets));
  }

  private static List<Combination> combinations(List<String> names, List<Bits> sets) {
    if (sets.isEmpty()) {
      return List.of();
    }
    Bits any = sets.getFirst();
    for (Bits set : sets) {
      any = any.or(set);
    }
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = any.next(0); i >= 0; i = any.next(i + 1)) {
      long mask = 0;
      for (int s = 0; s < sets.size(); s++) {
        if (sets.get(s).get(i)) {
          mask |= 1L << s;
        }
      }
      counts.merge(mask, 1, Integer::sum);
    }
    Map<Long, Integer> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    List<Combination> all = new ArrayList<>();
    ordered.forEach(
        (mask, count) -> {
          List<String> in = new ArrayList<>();
          for (int s = 0; s < names.size(); s++) {
            if ((mask & 1L << s) != 0) {
              in.add(names.get(s));
            }
          }
          all.add(new Combination(in, count));
        });
    return all;
  }
}

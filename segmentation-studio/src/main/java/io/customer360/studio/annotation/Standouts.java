package io.customer360.studio.annotation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What stands out of all that happened in a time. Where a newsletter goes to everybody every week,
/// a mark at every week says nothing.
public final class Standouts {
  /// Half as many people again as usual.
  private static final double MORE = 1.5;

  /// Of fewer than these of a kind none is usual.
  private static final int USUAL = 4;

  private Standouts() {}

  /// Campaigns that reached at least 1.5 times the people of the median sending of their channel;
  /// merges and splits of at least 1.5 times the customers of the median one. Of what happened
  /// fewer than four times in all, each stands out. In the order given.
  public static List<Annotation> of(List<Annotation> all) {
    Map<String, Double> usual =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Standouts::like,
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        same ->
                            same.size() < USUAL
                                ? 0
                                : median(same.stream().mapToLong(Annotation::people).toArray()))));
    return all.stream()
        .filter(one -> one.people() >= MORE * usual.getOrDefault(like(one), 0.0))
        .toList();
  }

  private static String like(Annotation one) {
    return one.kind() + " " + one.channel();
  }

  private static double median(long[] figures) {
    Arrays.sort(figures);
    int half = figures.length / 2;
    return figures.length % 2 == 1 ? figures[half] : (figures[half - 1] + figures[half]) / 2.0;
  }
}

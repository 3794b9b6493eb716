package io.customer360.app.console;

import io.customer360.studio.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Prints what happened beside a segment or a cohort.
public final class AnnotationTable {
  private static final int MOST = 2;

  private AnnotationTable() {}

  /// One row an event; nothing when there is none.
  public static void print(Output out, List<Annotation> annotations) {
    if (annotations.isEmpty()) {
      return;
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Annotation one : annotations) {
      rows.add(List.of(one.day(), words(one), one.people()));
    }
    out.line("");
    out.table(List.of("beside it", "what", "people"), rows);
  }

  private static String words(Annotation one) {
    return switch (one.kind()) {
      case CAMPAIGN -> "campaign " + one.title() + " by " + one.channel();
      case MERGE -> "customers merged by " + one.title();
      case SPLIT -> "customers split by " + one.title();
    };
  }

  /// The campaigns that reached most people with how many others there were, and how many customers
  /// were merged or split, in a few words.
  public static String brief(List<Annotation> annotations) {
    Map<String, Long> campaigns = new LinkedHashMap<>();
    long merged = 0;
    long split = 0;
    for (Annotation one : annotations) {
      switch (one.kind()) {
        case CAMPAIGN -> campaigns.merge(one.title(), one.people(), Math::max);
        case MERGE -> merged += one.people();
        case SPLIT -> split += one.people();
      }
    }
    List<String> words =
        new ArrayList<>(
            campaigns.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList());
    if (campaigns.size() > MOST) {
      words.add("+" + (campaigns.size() - MOST) + " smaller");
    }
    if (merged > 0) {
      words.add(merged + " merged");
    }
    if (split > 0) {
      words.add(split + " split");
    }
    return String.join(", ", words);
  }
}

package io.customer360.studio.cluster.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Proposes a name for each cluster from the features whose mean lies farthest from everybody's. No
/// two clusters of one clustering get the same name.
public final class ClusterNames {
  /// Below half a standard deviation a mean is called ordinary.
  private static final double TELLING = 0.5;

  private static final double STRONG = 1.5;

  private ClusterNames() {}

  /// One name a cluster, in order: `high income, low spending`; `about average` when nothing stands
  /// out.
  public static List<String> propose(List<List<FeatureProfile>> profiles) {
    List<String> names = new ArrayList<>();
    for (int features = 2; features <= 4; features++) {
      names.clear();
      for (List<FeatureProfile> profile : profiles) {
        names.add(name(profile, features));
      }
      if (new HashSet<>(names).size() == names.size()) {
        return List.copyOf(names);
      }
    }
    Map<String, Integer> seen = new HashMap<>();
    Set<String> taken = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String tried = name;
      while (!taken.add(tried)) {
        tried = name + " (" + (seen.merge(name, 1, Integer::sum) + 1) + ")";
      }
      distinct.add(tried);
    }
    return List.copyOf(distinct);
  }

  private static String name(List<FeatureProfile> profile, int features) {
    List<String> words =
        profile.stream()
            .filter(feature -> Math.abs(feature.deviations()) >= TELLING)
            .sorted(
                Comparator.comparingDouble(
                    (FeatureProfile feature) -> -Math.abs(feature.deviations())))
            .limit(features)
            .map(feature -> degree(feature.deviations()) + " " + words(feature.feature()))
            .toList();
    return words.isEmpty() ? "about average" : String.join(", ", words);
  }

  private static String degree(double deviations) {
    String direction = deviations > 0 ? "high" : "low";
    return Math.abs(deviations) >= STRONG ? "very " + direction : direction;
  }

  private static String words(String feature) {
    return feature.replace('_', ' ').strip();
  }
}

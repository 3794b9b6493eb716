package io.customer360.studio.desk;

import io.customer360.studio.cluster.reading.FeatureProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/// Short titles of features, and names for groups of people by what is typical of them.
final class FeatureTitles {
  /// Below this many standard deviations a mean is called ordinary.
  private static final double TELLING = 0.5;

  private static final Properties WORDS = read();

  private FeatureTitles() {}

  private static Properties read() {
    Properties words = new Properties();
    try (InputStream in = FeatureTitles.class.getResourceAsStream("features.properties")) {
      if (in == null) {
        throw new IllegalStateException("features.properties is missing");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /// `Orders` for `orders_365d`; a column without words is its own title.
  static String title(String column) {
    return part(column, 0, column.replace('_', ' '));
  }

  private static String part(String column, int at, String otherwise) {
    String words = WORDS.getProperty(column);
    return words == null ? otherwise : words.split("\\|", 3)[at];
  }

  /// One name a cluster, all different: `Bargain hunters, rare visitors`.
  static List<String> names(List<List<FeatureProfile>> clusters) {
    for (int features = 1; features <= 3; features++) {
      List<String> names = new ArrayList<>();
      for (List<FeatureProfile> profile : clusters) {
        names.add(name(profile, features));
      }
      if (new HashSet<>(names).size() == names.size()) {
        return names;
      }
    }
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (List<FeatureProfile> profile : clusters) {
      String name = name(profile, 2);
      String tried = name;
      for (int i = 2; !taken.add(tried); i++) {
        tried = name + " " + i;
      }
      names.add(tried);
    }
    return names;
  }

  private static String name(List<FeatureProfile> profile, int features) {
    List<String> words =
        profile.stream()
            .filter(feature -> Math.abs(feature.deviations()) >= TELLING)
            .sorted(
                Comparator.comparingDouble(
                    (FeatureProfile feature) -> -Math.abs(feature.deviations())))
            .map(FeatureTitles::words)
            .distinct()
            .limit(features)
            .toList();
    if (words.isEmpty()) {
      return "About average";
    }
    StringBuilder name = new StringBuilder(words.getFirst());
    for (String more : words.subList(1, words.size())) {
      boolean shout = (more.length() > 1 && more.charAt(1) == '-') || more.startsWith("SMS");
      name.append(", ")
          .append(shout ? more : more.substring(0, 1).toLowerCase(Locale.ROOT))
          .append(shout ? "" : more.substring(1));
    }
    return name.toString();
  }

  private static String words(FeatureProfile feature) {
    boolean high = feature.deviations() > 0;
    return part(
        feature.feature(),
        high ? 1 : 2,
        (high ? "High " : "Low ") + feature.feature().replace('_', ' '));
  }
}

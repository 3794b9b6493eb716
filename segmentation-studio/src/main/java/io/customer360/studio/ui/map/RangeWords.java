package io.customer360.studio.ui.map;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureDefinition;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.Locale;

/// Ranges of features in one sentence with their units: `Spend over £39 and orders 2 to 5`.
final class RangeWords {
  private static final FeatureCatalog FEATURES = new FeatureCatalog("money");

  private final Formats formats;

  RangeWords(Formats formats) {
    this.formats = formats;
  }

  /// @return blank for a rule without ranges
  String of(Rule rule) {
    String words = words(rule);
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private String words(Rule rule) {
    return switch (rule) {
      case Rule.Group group -> {
        boolean any = group.combination() == Combination.ANY;
        List<String> parts =
            group.rules().stream().map(this::words).filter(part -> !part.isEmpty()).toList();
        yield String.join(Messages.text(any ? "studio.range.or" : "studio.range.and"), parts);
      }
      case Rule.Attribute attribute -> attribute(attribute.field(), attribute.comparison());
      default -> "";
    };
  }

  private String attribute(String field, Comparison comparison) {
    String title = Discovery.title(field);
    boolean shout = title.length() > 1 && !Character.isLowerCase(title.charAt(1));
    String name =
        shout ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    boolean money =
        FEATURES.features().stream()
            .filter(feature -> feature.column().equals(field))
            .map(FeatureDefinition::unit)
            .anyMatch("money"::equals);
    List<Object> values =
        comparison.values().stream().<Object>map(value -> number(value, money)).toList();
    String how = comparison.operator().key();
    return name + " " + Messages.text("studio.range." + how, values.getFirst(), values.getLast());
  }

  private String number(Value value, boolean money) {
    if (!(value instanceof Value.Number number)) {
      return "";
    }
    double exact = number.number().doubleValue();
    boolean whole = number.number().scale() <= 0;
    if (money) {
      return whole ? formats.money(exact) : formats.moneyExact(number.number());
    }
    return formats.number(exact, Math.clamp(number.number().scale(), 0, 4));
  }
}

package io.customer360.feature;

import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The one text that computes features. The pipeline runs it for today as the model `gold.feature`;
/// training runs it for past days. So a model learns from what it will be given.
public final class FeatureSql {
  private static final String RESOURCE = "/io/customer360/lakehouse/models/gold/feature.sql";
  private static final String DAY = "${as_of}";
  private static final String SCHEMA = "gold.";
  private static final DateTimeFormatter LITERAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String text;

  private FeatureSql(String text) {
    this.text = text;
  }

  public static FeatureSql load() {
    try (InputStream in = FeatureSql.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw WorkbenchException.internal("C360-FEA-001", "The feature query is missing.", null);
      }
      return new FeatureSql(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw WorkbenchException.internal("C360-FEA-002", "The feature query cannot be read.", e);
    }
  }

  /// The query for a day, over the tables of the lake.
  public String on(Instant day) {
    return text.replace(DAY, literal(day));
  }

  /// The query for a day, over copies of the lake's tables in another schema (a sample to learn
  /// from).
  public String on(Instant day, String schema) {
    return text.replace(SCHEMA, schema + ".").replace(DAY, literal(day));
  }

  /// A timestamp as SQL, in UTC.
  public static String literal(Instant moment) {
    return "TIMESTAMP '" + LITERAL.format(moment) + "'";
  }
}

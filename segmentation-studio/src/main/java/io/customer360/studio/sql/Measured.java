package io.customer360.studio.sql;

import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;

/// What a measure of events is, as if it were a field.
final class Measured {
  private static final Field COUNT =
      new Field("count", "", "", "", FieldType.NUMBER, "", "", "BIGINT");

  private Measured() {}

  static Field field(FieldCatalog catalog, Occurrence occurrence, Measure measure) {
    return measure.kind().needsField()
        ? catalog.source(occurrence.events()).field(measure.field()).orElse(COUNT)
        : COUNT;
  }
}

package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Occurrence;
import java.util.Optional;

/// Which events of a source have a detail, as sets that are kept: editing a window or another
/// detail leaves them as they are. One thread at a time.
final class EventDetails {
  private record Key(String source, Occurrence.Detail detail) {}

  private final Columns columns;
  private final Moments moments;
  private final ColumnCache sets;

  EventDetails(Columns columns, Moments moments, ColumnCache sets) {
    this.columns = columns;
    this.moments = moments;
    this.sets = sets;
  }

  /// Empty when the field has too many different texts to be held.
  Optional<Bits> of(EventSource source, Occurrence.Detail detail, Progress progress) {
    Key key = new Key(source.name(), detail);
    if (sets.get(key) instanceof Bits bits) {
      return Optional.of(bits);
    }
    Field field = source.field(detail.field()).orElseThrow();
    int rows = columns.events(source, progress).order().kept();
    Bits made;
    if (field.type() == FieldType.TEXT) {
      TextColumn texts = columns.texts(source, field, progress).orElse(null);
      if (texts == null) {
        return Optional.empty();
      }
      made = Sifting.codes(texts.codes(), rows, TextTest.passes(texts, detail.comparison()));
    } else {
      double[] values = columns.numbers(source, field, progress);
      NumberTest test = NumberTest.of(detail.comparison(), value -> moments.number(field, value));
      made = Sifting.numbers(values, rows, test);
    }
    progress.checkCancelled();
    sets.put(key, made, made.bytes());
    return Optional.of(made);
  }
}

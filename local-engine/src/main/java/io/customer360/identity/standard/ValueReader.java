package io.customer360.identity.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One value of a column in its standard form; null when it is not to be believed.
@FunctionalInterface
interface ValueReader {
  @Nullable String read(String value);

  /// The reader of a kind for a column with these values.
  static ValueReader of(ColumnKind kind, List<String> values) {
    return switch (kind) {
      case EMAIL -> Emails::read;
      case PHONE -> Phones.forValues(values)::read;
      case DATE -> dates(DateReader.forValues(values));
      case POSTCODE, IDENTIFIER -> Folding::compact;
      case ADDRESS -> value -> AddressWords.standard(Folding.fold(value));
      case NUMBER -> value -> value.replace(",", ".").strip();
      case HOUSE_NUMBER -> value -> Folding.fold(value).replaceFirst("^0+(?=\\d)", "");
      default -> Folding::fold;
    };
  }

  private static ValueReader dates(DateReader reader) {
    return value -> {
      String date = reader.read(value);
      if (date == null) {
        return Folding.compact(value);
      }
      return DateReader.isPlaceholder(date) ? null : date;
    };
  }
}

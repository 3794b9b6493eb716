package io.customer360.identity.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One value of a column in its standard form; null when it is not to be believed.
@FunctionalInterface
interface ValueReader {
  @Nullable String read(String value);

  /// The reader of a kind for a column with these values.
  static ValueReader of(ColumnKind kind, List<String> values) {
    ValueReader reader = ofKind(kind, values);
    return switch (kind) {
      case PHONE, DATE, POSTCODE, IDENTIFIER, HOUSE_NUMBER, CATEGORY, NUMBER ->
          value -> reader.read(whole(value));
      default -> reader;
    };
  }

  /// `1999.0` is 1999: programs that keep whole numbers as fractions write them so, mostly where a
  /// column has gaps.
  private static String whole(String value) {
    int point = value.indexOf('.');
    if (point < 1) {
      return value;
    }
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      boolean fine = i < point ? letter >= '0' && letter <= '9' : i == point || letter == '0';
      if (!fine) {
        return value;
      }
    }
    return point == value.length() - 1 ? value : value.substring(0, point);
  }

  private static ValueReader ofKind(ColumnKind kind, List<String> values) {
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

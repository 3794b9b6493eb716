package io.customer360.identity.block;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.standard.ColumnKind;
import io.customer360.identity.standard.Phonetics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The keys that suit each kind of column.
final class KeyParts {
  private KeyParts() {}

  static List<KeyPart> of(List<FieldComparison> fields) {
    List<KeyPart> parts = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      ofField(i, fields.get(i), parts);
    }
    return parts;
  }

  /// Takes one way to make a key.
  @FunctionalInterface
  interface Taker {
    /// @param what in plain words, empty for the value itself
    /// @param survives chance that the key is the same although the value holds an error
    void add(String what, double survives, Function<String, @Nullable String> key);
  }

  private static void ofField(int at, FieldComparison field, List<KeyPart> parts) {
    ofKind(field.kind(), new Maker(at, field, parts));
  }

  /// The key of a kind of column that is called so; null where there is none.
  static @Nullable Function<String, @Nullable String> named(ColumnKind kind, String name) {
    List<Function<String, @Nullable String>> found = new ArrayList<>();
    ofKind(
        kind,
        (what, survives, key) -> {
          if (what.equals(name)) {
            found.add(key);
          }
        });
    return found.isEmpty() ? null : found.getFirst();
  }

  private static void ofKind(ColumnKind kind, Taker make) {
    make.add("", 0, value -> value);
    switch (kind) {
      case GIVEN_NAME, SURNAME, FURTHER_NAME, WORD -> {
        make.add("sounds alike", 0.45, Phonetics::code);
        make.add("first three letters", 0.55, value -> prefix(value, 3));
        make.add("last three letters", 0.5, value -> suffix(value, 3));
        make.add("first letter", 0.85, value -> prefix(value, 1));
      }
      case DATE -> {
        make.add("year", 0.55, value -> date(value) ? value.substring(0, 4) : null);
        make.add("month and day", 0.4, value -> monthDay(value));
        make.add("year and month", 0.4, value -> date(value) ? value.substring(0, 6) : null);
        make.add("day", 0.55, value -> date(value) ? value.substring(6) : null);
      }
      case EMAIL -> make.add("before the at sign", 0.3, KeyParts::local);
      case PHONE, IDENTIFIER -> {
        make.add("first half", 0.45, value -> half(value, true));
        make.add("second half", 0.45, value -> half(value, false));
      }
      case POSTCODE -> make.add("first half", 0.5, value -> half(value, true));
      case FULL_NAME, ADDRESS, PLACE, TEXT -> {
        make.add("first word", 0.4, value -> word(value, true));
        make.add("last word", 0.4, value -> word(value, false));
        make.add("first four letters", 0.5, value -> prefix(value.replace(" ", ""), 4));
        make.add("sounds alike", 0.35, Phonetics::code);
      }
      case HOUSE_NUMBER, CATEGORY, NUMBER -> {}
    }
  }

  private static boolean date(String value) {
    return value.length() == 8;
  }

  private static @Nullable String monthDay(String value) {
    return date(value) && !value.endsWith("0101") ? value.substring(4) : null;
  }

  private static @Nullable String prefix(String value, int length) {
    return value.length() < length ? null : value.substring(0, length);
  }

  private static @Nullable String suffix(String value, int length) {
    return value.length() < length ? null : value.substring(value.length() - length);
  }

  private static @Nullable String half(String value, boolean first) {
    int length = value.length() / 2;
    if (length < 2) {
      return null;
    }
    return first ? value.substring(0, length) : value.substring(value.length() - length);
  }

  private static @Nullable String local(String value) {
    int sign = value.indexOf('@');
    return sign < 1 ? null : value.substring(0, sign);
  }

  private static @Nullable String word(String value, boolean first) {
    int blank = first ? value.indexOf(' ') : value.lastIndexOf(' ');
    return blank < 0 ? value : first ? value.substring(0, blank) : value.substring(blank + 1);
  }

  private record Maker(int at, FieldComparison field, List<KeyPart> parts) implements Taker {
    @Override
    public void add(String what, double survives, Function<String, @Nullable String> key) {
      TextColumn text = field.column().text();
      Map<String, Integer> codes = new HashMap<>();
      int[] of = new int[text.distinct()];
      Arrays.setAll(
          of,
          code -> {
            String value = key.apply(text.valueOf(code));
            if (value == null || value.isEmpty()) {
              return -1;
            }
            Integer known = codes.putIfAbsent(value, codes.size());
            return known == null ? codes.size() - 1 : known;
          });
      if (codes.size() > 1) {
        String label = what.isEmpty() ? field.name() : field.name() + " " + what;
        parts.add(new KeyPart(at, field, what, label, of, survives));
      }
    }
  }
}

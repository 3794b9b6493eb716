package io.customer360.identity.standard;

import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Identifiers that many people share (a shop's tablet, the desk's own e-mail address) say nothing
/// about who somebody is: such values are taken out before anything is compared, and reported.
final class Overshared {
  private static final Set<ColumnKind> IDENTIFIERS =
      EnumSet.of(ColumnKind.EMAIL, ColumnKind.PHONE, ColumnKind.IDENTIFIER);
  private static final int MOST_ROWS = 25;
  private static final int MOST_NAMES = 10;

  private Overshared() {}

  static List<StandardColumn> without(List<StandardColumn> columns, List<String> remarks) {
    TextColumn given = text(columns, ColumnKind.GIVEN_NAME);
    TextColumn surname = text(columns, ColumnKind.SURNAME);
    List<StandardColumn> kept = new ArrayList<>();
    for (StandardColumn column : columns) {
      kept.add(
          IDENTIFIERS.contains(column.kind()) ? without(column, given, surname, remarks) : column);
    }
    return kept;
  }

  private static @Nullable TextColumn text(List<StandardColumn> columns, ColumnKind kind) {
    return columns.stream()
        .filter(column -> column.kind() == kind)
        .map(StandardColumn::text)
        .findFirst()
        .orElse(null);
  }

  private static StandardColumn without(
      StandardColumn column,
      @Nullable TextColumn given,
      @Nullable TextColumn surname,
      List<String> remarks) {
    TextColumn text = column.text();
    int[] counts = text.counts();
    boolean[] out = new boolean[counts.length];
    Set<Integer> suspects = new HashSet<>();
    double usual = (double) text.filled() / Math.max(1, counts.length);
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > Math.max(MOST_ROWS, 8 * usual)) {
        suspects.add(code);
      }
    }
    if (suspects.isEmpty()) {
      return column;
    }
    List<Set<Long>> names = new ArrayList<>(counts.length);
    for (int code = 0; code < counts.length; code++) {
      names.add(suspects.contains(code) ? new HashSet<>() : Set.of());
    }
    for (int row = 0; row < text.size(); row++) {
      int code = text.code(row);
      if (code >= 0 && suspects.contains(code) && names.get(code).size() <= MOST_NAMES) {
        long first = given == null ? -1 : given.code(row);
        long last = surname == null ? -1 : surname.code(row);
        names.get(code).add(first << 32 | (last & 0xFFFFFFFFL));
      }
    }
    boolean named = given != null || surname != null;
    for (int code : suspects.stream().sorted().toList()) {
      if (!named || names.get(code).size() > MOST_NAMES) {
        out[code] = true;
        remarks.add(
            "The "
                + column.name()
                + " "
                + text.valueOf(code)
                + " stands on "
                + counts[code]
                + " records"
                + (named ? " of more than " + MOST_NAMES + " names" : "")
                + "; it is nobody's own and is not compared.");
      }
    }
    int[] codes = new int[text.size()];
    Arrays.setAll(codes, row -> text.code(row) < 0 || out[text.code(row)] ? -1 : text.code(row));
    String[] values = new String[counts.length];
    Arrays.setAll(values, text::valueOf);
    return new StandardColumn(
        column.name(), column.kind(), column.origin(), new TextColumn(text.name(), codes, values));
  }
}

package io.customer360.identity.cluster;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.weigh.StagedPeople;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells namesakes of one home apart, a father and a son: weighed record by record they share name
/// and address and differ in little, because no record tells all; taken together each has a
/// mailbox, a phone and a card of his own, and none of them in common. One person with two
/// mailboxes and two phones looks the same but for one thing: two people are known side by side to
/// the same sources, and a source that knows both keeps them apart.
public final class OwnIdentifiers {
  /// What a person has of their own.
  private static final List<String> OWN = List.of("mailbox_id", "phone", "loyalty_number");

  /// Kinds that have to differ; one alone is what people change.
  private static final int LEAST_DIFFERENT = 2;

  /// Sources that know both; one alone may hold a duplicate.
  private static final int LEAST_SOURCES = 2;

  private static final int DIGITS = 10;

  private final List<TextColumn> own = new ArrayList<>();
  private final TextColumn birth;
  private final int[] sources;

  /// @param records staged, with the columns of [StagedPeople#FIELDS]
  /// @param sources by record the number of its source
  OwnIdentifiers(RecordTable records, int[] sources) {
    this.sources = sources;
    OWN.forEach(name -> own.add(records.column(name).orElseThrow()));
    birth = records.column("birth_date").orElseThrow();
  }

  /// Whether two clusters have nothing of their own in common and at least two kinds of it are
  /// known of both, while two sources know both; a different birth date counts as one of the kinds,
  /// an equal one ends the question.
  ///
  /// @param left some records of the one
  /// @param right some records of the other
  boolean differ(int[] left, int[] right) {
    if (sourcesOfBoth(left, right) < LEAST_SOURCES) {
      return false;
    }
    int different = 0;
    for (TextColumn column : own) {
      Set<Integer> leftValues = values(column, left);
      Set<Integer> rightValues = values(column, right);
      if (leftValues.isEmpty() || rightValues.isEmpty()) {
        continue;
      }
      if (leftValues.stream().anyMatch(rightValues::contains)) {
        return false;
      }
      different++;
    }
    Set<Integer> leftBorn = values(birth, left);
    Set<Integer> rightBorn = values(birth, right);
    if (!leftBorn.isEmpty() && !rightBorn.isEmpty()) {
      if (leftBorn.stream().anyMatch(a -> rightBorn.stream().anyMatch(b -> close(a, b)))) {
        return false;
      }
      different++;
    }
    return different >= LEAST_DIFFERENT;
  }

  private long sourcesOfBoth(int[] left, int[] right) {
    Set<Integer> ofLeft = new HashSet<>();
    for (int row : left) {
      ofLeft.add(sources[row]);
    }
    return Arrays.stream(right)
        .map(row -> sources[row])
        .distinct()
        .filter(ofLeft::contains)
        .count();
  }

  private static Set<Integer> values(TextColumn column, int[] rows) {
    Set<Integer> values = new HashSet<>();
    for (int row : rows) {
      if (column.code(row) >= 0) {
        values.add(column.code(row));
      }
    }
    return values;
  }

  /// Two of year, month and day agree: one was mistyped.
  private boolean close(int a, int b) {
    String one = birth.valueOf(a);
    String other = birth.valueOf(b);
    if (a == b || one.length() != DIGITS || other.length() != DIGITS) {
      return a == b;
    }
    int agree = one.regionMatches(0, other, 0, 4) ? 1 : 0;
    agree += one.regionMatches(5, other, 5, 2) ? 1 : 0;
    agree += one.regionMatches(8, other, 8, 2) ? 1 : 0;
    return agree >= 2;
  }
}

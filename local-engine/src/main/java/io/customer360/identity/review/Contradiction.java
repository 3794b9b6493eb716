package io.customer360.identity.review;

import java.util.List;
import java.util.stream.Collectors;

/// Judgements that cannot all be true: pair by pair these records are one, and the ends are two.
///
/// @param records from one end to the other, with their names
/// @param together the judgements that join each to the next
/// @param apart the judgement that the ends are two
/// @param words all of it in a line, with what to do
public record Contradiction(List<Named> records, List<Long> together, long apart, String words) {
  public Contradiction {
    records = List.copyOf(records);
    together = List.copyOf(together);
  }

  public Contradiction(List<Named> records, List<Long> together, long apart) {
    this(records, together, apart, words(records, together, apart));
  }

  /// A record and the name that stands in it.
  public record Named(String record, String name) {
    String words() {
      return name.equals(record) ? record : name + " (" + record + ")";
    }
  }

  private static String words(List<Named> records, List<Long> together, long apart) {
    String chain = records.stream().map(Named::words).collect(Collectors.joining(" = "));
    String numbers =
        together.stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
    return chain
        + " by judgement "
        + numbers
        + ", but "
        + records.getFirst().words()
        + " is not "
        + records.getLast().words()
        + " by judgement "
        + apart
        + ". Take the wrong one back: workbench identity unmerge NUMBER";
  }
}

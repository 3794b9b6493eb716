package io.customer360.profile.compare;

import io.customer360.profile.ProfileHeader;
import io.customer360.profile.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two customers in the same lines.
///
/// @param ties what holds the two together, a sentence each; empty for strangers
public record Comparison(
    ProfileHeader left, ProfileHeader right, List<Section> sections, List<String> ties) {
  public Comparison {
    sections = List.copyOf(sections);
    ties = List.copyOf(ties);
  }

  /// Lines that belong together, under a title.
  public record Section(String title, List<Row> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /// One line.
  ///
  /// @param left typed by `kind`; null where nothing is known
  /// @param differs for texts and dates: not the same; for numbers: further apart than a tenth of
  ///     the larger
  public record Row(
      String label,
      @Nullable Object left,
      @Nullable Object right,
      ValueKind kind,
      boolean differs) {}

  /// How many lines differ.
  public long differences() {
    return sections.stream()
        .flatMap(section -> section.rows().stream())
        .filter(Row::differs)
        .count();
  }
}

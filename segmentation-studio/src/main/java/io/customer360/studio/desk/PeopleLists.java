package io.customer360.studio.desk;

import io.customer360.governance.Person;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentLists;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes static lists of people that were found: on the map, or as look-alikes.
public final class PeopleLists {
  private final Lakehouse lakehouse;
  private final SegmentStudio studio;
  private final Person person;

  public PeopleLists(Lakehouse lakehouse, SegmentStudio studio, Person person) {
    this.lakehouse = lakehouse;
    this.studio = studio;
    this.person = person;
  }

  /// A list that was made.
  ///
  /// @param members written
  public record Made(SegmentDefinition segment, long members) {}

  /// Saves customers as a new list, under an id of the title that is not taken, and writes its
  /// members.
  public Made make(String title, String description, List<String> customers, Progress progress) {
    progress.stage("Make the list " + title);
    String id = free(id(title));
    new SegmentLists(lakehouse).add(id, customers);
    SegmentDefinition saved =
        studio.save(
            SegmentDefinition.of(id, title, description, new SegmentSource.StaticList()), person);
    return new Made(saved, studio.materialize(saved, progress));
  }

  private String free(String wanted) {
    Set<String> taken =
        studio.definitions().stream().map(SegmentDefinition::id).collect(Collectors.toSet());
    String id = wanted;
    for (int number = 2; taken.contains(id); number++) {
      id = wanted + "-" + number;
    }
    return id;
  }

  /// Lower-case letters, digits and hyphens of a title.
  public static String id(String title) {
    String id =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return id.isEmpty() ? "list" : id;
  }
}

package io.customer360.studio.desk;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentLists;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists of people somebody names: made, added to and taken from, each change a version with its
/// members written. Safe from any thread.
public final class StaticLists {
  private final SegmentStudio studio;
  private final SegmentLists lists;
  private final Person person;

  /// @param person in whose name lists are saved
  public StaticLists(SegmentStudio studio, Lakehouse lakehouse, Person person) {
    this.studio = studio;
    this.lists = new SegmentLists(lakehouse);
    this.person = person;
  }

  /// What came of a change.
  ///
  /// @param list as saved
  /// @param matched whom the entries were found to be, and those nobody was found for
  /// @param members of the list now
  public record Changed(SegmentDefinition list, SegmentLists.Matched matched, long members) {}

  /// The lists there are, retired ones left out.
  public List<SegmentDefinition> all() {
    return studio.definitions().stream()
        .filter(one -> !one.retired() && one.source() instanceof SegmentSource.StaticList)
        .toList();
  }

  /// Entries of a pasted text: one a line, or parted by commas, semicolons or tabs.
  public static List<String> entries(String text) {
    return Arrays.stream(text.split("[\\n\\r,;\\t]+"))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .toList();
  }

  /// Adds people to a list, which is made when there is none of this id.
  ///
  /// @param title of a new list; of one there is already, it stays
  /// @throws WorkbenchException when the id is that of a segment of rules, and when nobody is found
  ///     for a new list
  public Changed add(String id, String title, List<String> entries, Progress progress) {
    Optional<SegmentDefinition> known = find(id);
    given(entries);
    SegmentLists.Matched matched = lists.add(id, entries);
    if (known.isEmpty() && matched.customers() == 0) {
      throw WorkbenchException.user(
          "C360-SEG-074",
          "Nobody was found for any of the " + entries.size() + " entries. No list was made.");
    }
    SegmentDefinition list =
        known.orElseGet(() -> SegmentDefinition.of(id, title, "", new SegmentSource.StaticList()));
    return changed(list, matched, progress);
  }

  /// A list that was made of customers found elsewhere.
  ///
  /// @param members written
  public record Made(SegmentDefinition segment, long members) {}

  /// Saves customers, found on the map or as look-alikes, as a new list under an id of the title
  /// that is not taken, and writes its members.
  public Made make(String title, String description, List<String> customers, Progress progress) {
    progress.stage("Make the list " + title);
    String id = free(id(title));
    lists.add(id, customers);
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

  /// Takes people off a list.
  ///
  /// @throws WorkbenchException when there is no such list
  public Changed remove(String id, List<String> entries, Progress progress) {
    SegmentDefinition list = find(id).orElseGet(() -> studio.definition(id));
    given(entries);
    return changed(list, lists.remove(id, entries), progress);
  }

  private Optional<SegmentDefinition> find(String id) {
    Optional<SegmentDefinition> known =
        studio.definitions().stream().filter(one -> one.id().equals(id)).findFirst();
    if (known.isPresent() && !(known.get().source() instanceof SegmentSource.StaticList)) {
      throw WorkbenchException.user(
          "C360-SEG-072",
          "Segment "
              + id
              + " is made of rules; people are added to lists only. Choose another name.");
    }
    return known;
  }

  private static void given(List<String> entries) {
    if (entries.isEmpty()) {
      throw WorkbenchException.user(
          "C360-SEG-073",
          "There is nobody in the text: give a customer number or an e-mail a line.");
    }
  }

  private Changed changed(SegmentDefinition list, SegmentLists.Matched matched, Progress progress) {
    SegmentDefinition saved = studio.save(list, person);
    return new Changed(saved, matched, studio.materialize(saved, progress));
  }
}

package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.field.FieldCatalog;
import java.util.ArrayList;
import java.util.List;

/// What a version's conditions say that those of the version before did not, and the other way
/// round.
///
/// @param added lines that are new
/// @param removed lines that are gone
public record VersionChanges(int version, List<String> added, List<String> removed) {
  public VersionChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /// One a version but the first, in the same order.
  ///
  /// @param versions the newest first
  public static List<VersionChanges> of(
      List<SegmentHistory.Version> versions, FieldCatalog catalog) {
    List<VersionChanges> changes = new ArrayList<>();
    for (int i = 0; i + 1 < versions.size(); i++) {
      List<String> now = lines(versions.get(i), catalog);
      List<String> before = lines(versions.get(i + 1), catalog);
      changes.add(
          new VersionChanges(
              versions.get(i).version(), without(now, before), without(before, now)));
    }
    return changes;
  }

  private static List<String> lines(SegmentHistory.Version version, FieldCatalog catalog) {
    try {
      SegmentDefinition then =
          SegmentFiles.parse("version", "version " + version.version(), version.definition());
      return RuleLines.of(then.source(), catalog);
    } catch (WorkbenchException unreadable) {
      // a text of an earlier format: restoring it says what is wrong
      return List.of();
    }
  }

  /// Each line taken away once for each time the others have it.
  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }
}

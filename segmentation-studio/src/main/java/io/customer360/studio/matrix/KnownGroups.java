package io.customer360.studio.matrix;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A column of a file that says what group each row belongs to, to compare clusters with.
public final class KnownGroups {
  private KnownGroups() {}

  /// A number for each row's group, numbered as they first come; rows without one are a group too.
  ///
  /// @throws WorkbenchException when there is no such column
  public static int[] read(Path file, String column, Progress progress) {
    RowNames names = MatrixFile.names(file, column, progress);
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[names.rows()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = numbers.computeIfAbsent(names.name(i), name -> numbers.size());
    }
    return groups;
  }
}

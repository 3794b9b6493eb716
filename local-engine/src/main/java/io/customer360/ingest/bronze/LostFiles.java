package io.customer360.ingest.bronze;

import io.customer360.ingest.mapping.LostFile;
import io.customer360.ingest.mapping.Manifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the landings whose rows are gone.
public final class LostFiles {
  private LostFiles() {}

  /// @param known what the lake knows of, whether the bronze folder has it or not
  public static List<LostFile> of(Bronze bronze, List<Manifest> manifests, List<Landing> known) {
    List<LostFile> lost = new ArrayList<>(among(bronze, manifests));
    Set<String> described = new HashSet<>();
    manifests.forEach(manifest -> described.add(manifest.landing()));
    for (Landing landing : known) {
      if (!described.contains(landing.id())) {
        lost.add(
            new LostFile(
                landing.id(),
                landing.dataset(),
                landing.source(),
                landing.file(),
                Bronze.described(landing.dataset(), landing.id()),
                "is missing"));
      }
    }
    return List.copyOf(lost);
  }

  /// Those of the manifests whose rows are gone.
  public static List<LostFile> among(Bronze bronze, List<Manifest> manifests) {
    List<LostFile> lost = new ArrayList<>();
    for (Manifest manifest : manifests) {
      @Nullable String damage = bronze.damage(manifest.dataset(), manifest.landing());
      if (damage != null) {
        lost.add(
            new LostFile(
                manifest.landing(),
                manifest.dataset(),
                manifest.source(),
                manifest.file(),
                Bronze.relative(manifest.dataset(), manifest.landing()),
                damage));
      }
    }
    return List.copyOf(lost);
  }
}

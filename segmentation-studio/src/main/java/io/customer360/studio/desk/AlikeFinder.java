package io.customer360.studio.desk;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.alike.Alike;
import io.customer360.studio.alike.LookAlikes;
import io.customer360.studio.matrix.FeatureSets;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.PreparationOptions;
import io.customer360.studio.matrix.RowNames;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks for people who are like those of a rule. Long: call it on a job's thread.
public final class AlikeFinder {
  private final Lakehouse lakehouse;
  private final SegmentStudio studio;

  public AlikeFinder(Lakehouse lakehouse, SegmentStudio studio) {
    this.lakehouse = lakehouse;
    this.studio = studio;
  }

  /// What was found.
  ///
  /// @param leftOut features the segment is made of: by them everybody else would be told apart by
  ///     definition
  public record Found(Alike alike, RowNames names, List<String> leftOut) {
    /// The most alike customers, most alike first.
    public List<String> customers(int size) {
      return Arrays.stream(alike.rows()).limit(size).mapToObj(names::name).toList();
    }

    /// A feature's short title.
    public static String title(String feature) {
      return FeatureTitles.title(feature);
    }
  }

  /// @param features a name of [Discovery#featureSets]
  /// @throws io.customer360.fault.WorkbenchException when there are too few people, or nobody else
  public Found find(Rule rule, String features, long seed, Progress progress) {
    studio.prepare(rule);
    progress.stage("Find the people");
    Set<String> members = new HashSet<>(studio.counter().ids(rule, progress));
    progress.stage("Read the features");
    LoadedMatrix all = FeatureSets.read(lakehouse, features, List.of(), progress);
    Set<String> used = fields(studio.expanded(rule));
    List<String> leftOut = all.matrix().names().stream().filter(used::contains).toList();
    LoadedMatrix loaded = leftOut.size() == all.matrix().width() ? all : without(all, used);
    boolean[] seeds = new boolean[loaded.matrix().rows()];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = members.contains(loaded.names().name(i));
    }
    PreparationOptions options =
        Discovery.logarithms(PreparationOptions.DEFAULT, loaded.matrix().names());
    Alike alike = LookAlikes.find(loaded, seeds, options, seed, progress);
    List<String> gone = new ArrayList<>(loaded == all ? List.of() : leftOut);
    gone.addAll(alike.defining());
    return new Found(alike, loaded.names(), gone);
  }

  private static LoadedMatrix without(LoadedMatrix all, Set<String> used) {
    Matrix matrix = all.matrix();
    List<String> names = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (int j = 0; j < matrix.width(); j++) {
      if (!used.contains(matrix.names().get(j))) {
        names.add(matrix.names().get(j));
        columns.add(matrix.columns()[j]);
      }
    }
    return new LoadedMatrix(
        all.source(),
        new Matrix(names, columns.toArray(double[][]::new), matrix.rows()),
        all.names(),
        all.facts().stream().filter(fact -> !used.contains(fact.name())).toList(),
        all.leftOut());
  }

  private static Set<String> fields(Rule rule) {
    Set<String> fields = new HashSet<>();
    RuleTree.visit(
        rule,
        (place, one) -> {
          if (one instanceof Rule.Attribute attribute) {
            fields.add(attribute.field());
          }
        });
    return fields;
  }
}

package io.customer360.studio.desk;

import io.customer360.job.Progress;
import io.customer360.studio.compare.Comparer;
import io.customer360.studio.compare.Comparison;
import io.customer360.studio.compare.Overlap;
import io.customer360.studio.compare.Trait;
import io.customer360.studio.count.Bits;
import io.customer360.studio.field.FieldKin;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.rule.Value;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A tree that is being edited against the rest: what sets its people apart, and with which
/// segments they overlap. Long: call it on a job's thread. Safe from any thread.
public final class Contrasts {
  /// So many segments are laid over the tree.
  public static final int MOST_SEGMENTS = 5;

  private final SegmentStudio studio;
  private final Comparer comparer;

  public Contrasts(SegmentStudio studio) {
    this.studio = studio;
    this.comparer = new Comparer(studio.counter());
  }

  /// Segments that share people with a tree.
  ///
  /// @param overlap the tree first, under [#THIS], then the segments that share most people with it
  /// @param titles of the segments by id
  /// @param apart segments that share nobody with it, by title
  public record Shared(Overlap overlap, Map<String, String> titles, List<String> apart) {
    public Shared {
      titles = Map.copyOf(titles);
      apart = List.copyOf(apart);
    }
  }

  /// The tree's own name in [Shared#overlap]; no segment's id has this form.
  public static final String THIS = "";

  /// Compares with everyone else, or with a segment. Fields the tree itself asks for, and those
  /// that say the same, are left out: that they differ is what the tree says.
  ///
  /// @param against a segment's id; empty for everyone else
  public Comparison compare(Rule tree, String against, Progress progress) {
    Bits members = members(tree, progress);
    Bits others =
        against.isEmpty()
            ? members(Rule.EVERYONE, progress)
            : members(studio.rule(studio.definition(against)), progress);
    return comparer.compare(members, others, FieldKin.of(asked(tree)), progress);
  }

  /// A rule that holds for who has a trait; empty for one that no rule says.
  public Optional<Rule> rule(Trait trait, Progress progress) {
    return comparer.rule(trait, progress);
  }

  /// The segments that share most people with the tree.
  ///
  /// @param self the tree's own id, which is left out; empty for a new one
  public Shared overlap(Rule tree, String self, Progress progress) {
    Bits members = members(tree, progress);
    record Sharing(SegmentDefinition segment, Bits bits, int common) {}
    List<Sharing> all = new ArrayList<>();
    List<String> apart = new ArrayList<>();
    for (SegmentDefinition segment : studio.definitions()) {
      progress.checkCancelled();
      if (segment.retired() || segment.id().equals(self)) {
        continue;
      }
      Bits bits = members(studio.rule(segment), progress);
      int common = members.common(bits);
      if (common == 0) {
        apart.add(segment.title());
      } else {
        all.add(new Sharing(segment, bits, common));
      }
    }
    all.sort(
        Comparator.comparingInt(Sharing::common)
            .reversed()
            .thenComparing(one -> one.segment().id()));
    Map<String, Bits> sets = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    sets.put(THIS, members);
    for (Sharing one : all.subList(0, Math.min(MOST_SEGMENTS, all.size()))) {
      sets.put(one.segment().id(), one.bits());
      titles.put(one.segment().id(), one.segment().title());
    }
    return new Shared(Overlap.of(sets), titles, apart);
  }

  private Bits members(Rule tree, Progress progress) {
    return studio.counter().members(studio.expanded(tree), progress);
  }

  private static Set<String> asked(Rule tree) {
    Set<String> fields = new HashSet<>();
    RuleTree.visit(
        tree,
        (place, rule) -> {
          if (rule instanceof Rule.Attribute attribute) {
            fields.add(attribute.field());
            for (Value value : attribute.comparison().values()) {
              if (value instanceof Value.Multiple multiple) {
                fields.add(multiple.field());
              }
            }
          }
        });
    return fields;
  }
}

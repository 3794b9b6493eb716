package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.standard.ColumnKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Which comparison follows from which. Two columns depend on each other when strangers who agree
/// in one agree in the other far more often than strangers do at large (postcode and town). The
/// strongest such bonds that form no circle are kept (the tree of Chow and Liu, by mutual
/// information: town and postcode before street and postcode, as towns are shared more often), and
/// every bond points away from the most telling column of its tree.
final class Dependence {
  private static final double LEAST_LIFT = 0.5;

  /// Strangers are pairs that the other comparisons speak against by at least so many bits, and by
  /// this share of what they could; a pair of one person with many errors must not pass for
  /// strangers who happen to agree.
  private static final double CONTRADICTED = -4;

  private static final double CONTRADICTED_SHARE = 0.5;

  private static final double LEAST_PAIRS = 30;
  private static final double LEAST_JOINT = 20;

  private Dependence() {}

  /// @param strength what agreement in both adds to the mutual information, in bits
  private record Bond(int a, int b, double strength) {}

  /// By comparison its parent, or -1.
  static int[] parents(Evidence evidence, LinkModel model) {
    int n = evidence.fields().size();
    int[] madeOfNames = addresses(evidence.fields());
    List<Bond> bonds = bonds(evidence, model, madeOfNames);
    int[] tree = new int[n];
    Arrays.setAll(tree, i -> i);
    List<Bond> kept = new ArrayList<>();
    for (Bond bond : bonds) {
      int rootA = root(tree, bond.a());
      int rootB = root(tree, bond.b());
      if (rootA != rootB) {
        tree[rootA] = rootB;
        kept.add(bond);
      }
    }
    int[] parents = new int[n];
    Arrays.fill(parents, -1);
    boolean[] done = new boolean[n];
    List<Integer> byTelling = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      byTelling.add(i);
    }
    byTelling.sort(Comparator.comparingDouble(i -> same(model, i)));
    for (int start : byTelling) {
      if (!done[start]) {
        direct(start, kept, parents, done);
      }
    }
    for (int i = 0; i < n; i++) {
      parents[i] = madeOfNames[i] >= 0 ? madeOfNames[i] : parents[i];
    }
    return parents;
  }

  /// E-mail addresses are made of names: that two people's are alike follows from a shared surname.
  /// By comparison the surname it is made of, or -1.
  private static int[] addresses(List<FieldComparison> fields) {
    int surname = -1;
    for (int i = fields.size() - 1; i >= 0; i--) {
      surname = fields.get(i).kind() == ColumnKind.SURNAME ? i : surname;
    }
    int[] parents = new int[fields.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = fields.get(i).kind() == ColumnKind.EMAIL ? surname : -1;
    }
    return parents;
  }

  private static void direct(int from, List<Bond> bonds, int[] parents, boolean[] done) {
    done[from] = true;
    for (Bond bond : bonds) {
      int other = bond.a() == from ? bond.b() : bond.b() == from ? bond.a() : -1;
      if (other >= 0 && !done[other]) {
        parents[other] = from;
        direct(other, bonds, parents, done);
      }
    }
  }

  private static int root(int[] tree, int member) {
    int i = member;
    while (tree[i] != i) {
      i = tree[i];
    }
    return i;
  }

  private static double same(LinkModel model, int i) {
    return model.comparisons().get(i).u()[LinkModel.FREE][FieldComparison.SAME];
  }

  private static List<Bond> bonds(Evidence evidence, LinkModel model, int[] madeOfNames) {
    int n = evidence.fields().size();
    double[][] lift = new double[n][n];
    for (int parent = 0; parent < n; parent++) {
      PairSample.Histogram pairs = evidence.agreeing().get(parent);
      for (int i = 0; i < n; i++) {
        lift[parent][i] = i == parent ? 0 : lift(pairs, model, parent, i);
      }
    }
    List<Bond> bonds = new ArrayList<>();
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        double bits = Math.max(lift[a][b], lift[b][a]);
        if (bits > LEAST_LIFT && madeOfNames[a] < 0 && madeOfNames[b] < 0) {
          double both = same(model, a) * same(model, b) * Math.exp(bits * LinkModel.LN2);
          bonds.add(new Bond(a, b, both * bits));
        }
      }
    }
    bonds.sort(
        Comparator.comparingDouble((Bond bond) -> -bond.strength())
            .thenComparingInt(Bond::a)
            .thenComparingInt(Bond::b));
    return bonds;
  }

  /// How many bits more often strangers agree in `i` when they agree in `parent`. Who is a stranger
  /// is judged without `i`.
  private static double lift(PairSample.Histogram pairs, LinkModel model, int parent, int i) {
    double strangers = 0;
    double joint = 0;
    double most = 0;
    for (int c = 0; c < model.comparisons().size(); c++) {
      LinkModel.ComparisonModel comparison = model.comparisons().get(c);
      most += c == parent || c == i ? 0 : comparison.weights()[0][comparison.different()];
    }
    double cut = Math.min(CONTRADICTED, CONTRADICTED_SHARE * most);
    for (int k = 0; k < pairs.patterns().length; k++) {
      long pattern = pairs.patterns()[k];
      int level = RecordComparator.level(pattern, i);
      if (level == 0) {
        continue;
      }
      double without = model.weight(pattern) - model.weight(pattern, i);
      double others = without - model.priorBits() - model.weight(pattern, parent);
      if (others > cut) {
        continue;
      }
      double stranger = (1 - LinkModel.probability(without)) * pairs.counts()[k];
      strangers += stranger;
      joint += level == FieldComparison.SAME ? stranger : 0;
    }
    if (strangers < LEAST_PAIRS || joint < LEAST_JOINT) {
      return 0;
    }
    return LinkModel.log2(joint / strangers / same(model, i));
  }
}

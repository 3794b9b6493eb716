package io.customer360.studio.cluster.density;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.Arrays;

/// The minimum spanning tree of all rows under mutual reachability, `max(core(a), core(b),
/// distance(a, b))`: Boruvka's rounds, each finding for every component its nearest row outside,
/// with the k-d tree. Exact. Equal weights are told apart by the places of their rows, so the tree
/// is the only one and does not depend on threads.
final class SpanningTree {
  private final KdTree tree;
  private final Workers workers;
  private final Progress progress;
  private final int rows;

  /// Core distance of each place; the least of each node.
  private final double[] core;

  private final double[] leastCore;

  private final DisjointSets sets;
  private final int[] component;

  /// The component all of a node's rows are in, or -1.
  private final int[] whole;

  /// Best partner outside found for a place, or -1, and its weight; without a partner a weight that
  /// no partner is below.
  private final int[] partner;

  private final double[] weight;

  /// Per component the least weight found in this round. Written by several threads without order:
  /// a lost write only leaves a search a little longer than it need be.
  private final double[] bound;

  final int[] from;
  final int[] to;
  final double[] length;

  SpanningTree(KdTree tree, double[] core, Workers workers, Progress progress) {
    this.tree = tree;
    this.core = core;
    this.workers = workers;
    this.progress = progress;
    rows = tree.rows();
    leastCore = new double[tree.nodes()];
    whole = new int[tree.nodes()];
    sets = new DisjointSets(rows);
    component = new int[rows];
    partner = new int[rows];
    weight = new double[rows];
    bound = new double[rows];
    from = new int[rows - 1];
    to = new int[rows - 1];
    length = new double[rows - 1];
    Arrays.fill(partner, -1);
    build();
  }

  private void build() {
    for (int node = tree.nodes() - 1; node >= 0; node--) {
      leastCore[node] =
          tree.isLeaf(node)
              ? Arrays.stream(core, tree.start(node), tree.end(node)).min().orElse(0)
              : Math.min(leastCore[2 * node + 1], leastCore[2 * node + 2]);
    }
    int edges = 0;
    while (edges < rows - 1) {
      progress.checkCancelled();
      progress.fraction((double) edges / rows);
      edges = round(edges);
    }
  }

  private int round(int edgesBefore) {
    for (int place = 0; place < rows; place++) {
      component[place] = sets.find(place);
    }
    markNodes();
    Arrays.fill(bound, Double.POSITIVE_INFINITY);
    // A partner that is still outside is still the nearest one: the outside only shrinks.
    for (int place = 0; place < rows; place++) {
      if (partner[place] >= 0) {
        if (component[partner[place]] == component[place]) {
          partner[place] = -1;
        } else if (weight[place] < bound[component[place]]) {
          bound[component[place]] = weight[place];
        }
      }
    }
    int pieces = (rows + 255) / 256;
    workers.forEach(
        pieces,
        piece -> {
          progress.checkCancelled();
          Search search = new Search();
          int end = Math.min(rows, (piece + 1) * 256);
          for (int place = piece * 256; place < end; place++) {
            if (partner[place] < 0
                && Math.max(weight[place], core[place]) <= bound[component[place]]) {
              search.from(place);
            }
          }
        });
    return join(edgesBefore);
  }

  private void markNodes() {
    for (int node = tree.nodes() - 1; node >= 0; node--) {
      if (tree.isLeaf(node)) {
        int only = component[tree.start(node)];
        for (int place = tree.start(node) + 1; place < tree.end(node); place++) {
          if (component[place] != only) {
            only = -1;
            break;
          }
        }
        whole[node] = only;
      } else {
        int left = whole[2 * node + 1];
        whole[node] = left >= 0 && left == whole[2 * node + 2] ? left : -1;
      }
    }
  }

  /// Takes the best edge of every component.
  private int join(int edgesBefore) {
    int[] best = new int[rows];
    Arrays.fill(best, -1);
    for (int place = 0; place < rows; place++) {
      int own = component[place];
      if (partner[place] >= 0 && (best[own] < 0 || before(place, best[own]))) {
        best[own] = place;
      }
    }
    int edges = edgesBefore;
    for (int place : best) {
      if (place >= 0 && sets.union(place, partner[place])) {
        from[edges] = tree.row(place);
        to[edges] = tree.row(partner[place]);
        length[edges] = weight[place];
        edges++;
      }
    }
    return edges;
  }

  /// Whether the edge found for place a comes before that of place b.
  private boolean before(int a, int b) {
    return before(weight[a], a, partner[a], weight[b], b, partner[b]);
  }

  private static boolean before(double w, int p, int q, double v, int r, int s) {
    if (w != v) {
      return w < v;
    }
    int low = Math.min(p, q);
    int otherLow = Math.min(r, s);
    return low != otherLow ? low < otherLow : Math.max(p, q) < Math.max(r, s);
  }

  /// One thread's search for the nearest row outside.
  private final class Search {
    private int place;
    private int own;
    private int found;
    private double least;

    void from(int start) {
      place = start;
      own = component[start];
      found = -1;
      // Nothing above another row's find is of use to the component.
      least = bound[own];
      visit(0, tree.least(0, start));
      if (found >= 0) {
        partner[start] = found;
        weight[start] = least;
        if (least < bound[own]) {
          bound[own] = least;
        }
      } else {
        weight[start] = Math.max(weight[start], least);
      }
    }

    private void visit(int node, double squared) {
      if (whole[node] == own) {
        return;
      }
      double floor = Math.max(core[place], leastCore[node]);
      if (floor > least || squared > least * least * (1 + 1e-12)) {
        return;
      }
      if (tree.isLeaf(node)) {
        look(node);
        return;
      }
      int left = 2 * node + 1;
      double leastLeft = tree.least(left, place);
      double leastRight = tree.least(left + 1, place);
      if (leastLeft <= leastRight) {
        visit(left, leastLeft);
        visit(left + 1, leastRight);
      } else {
        visit(left + 1, leastRight);
        visit(left, leastLeft);
      }
    }

    private void look(int leaf) {
      for (int other = tree.start(leaf); other < tree.end(leaf); other++) {
        if (component[other] == own || core[other] > least) {
          continue;
        }
        double reach = Math.sqrt(tree.squared(place, other));
        reach = Math.max(reach, Math.max(core[place], core[other]));
        boolean better =
            found < 0 ? reach <= least : before(reach, place, other, least, place, found);
        if (better) {
          least = reach;
          found = other;
        }
      }
    }
  }
}

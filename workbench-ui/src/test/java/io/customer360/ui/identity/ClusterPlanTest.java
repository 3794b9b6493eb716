package io.customer360.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.review.ReviewPair.Edge;
import io.customer360.identity.review.ReviewPair.Graph;
import io.customer360.identity.review.ReviewPair.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterPlanTest {
  /// Customers of `size` records in a chain, and nobody between them.
  static Graph chains(int customers, int size) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int c = 0; c < customers; c++) {
      for (int i = 0; i < size; i++) {
        nodes.add(new Node("crm:" + c + "-" + i, "crm", "Customer " + c, "C-" + c));
        if (i > 0) {
          edges.add(
              new Edge("crm:" + c + "-" + (i - 1), "crm:" + c + "-" + i, "e-mail", null, true));
        }
      }
    }
    return new Graph(nodes, edges);
  }

  @Test
  void theSameGraphIsAlwaysPlacedTheSame() {
    ClusterPlan one = ClusterPlan.of(chains(3, 20), "crm:0-0", "crm:1-0");
    ClusterPlan other = ClusterPlan.of(chains(3, 20), "crm:0-0", "crm:1-0");
    assertThat(one.x()).containsExactly(other.x());
    assertThat(one.y()).containsExactly(other.y());
  }

  @Test
  void customersDoNotOverlapAndHoldTheirRecords() {
    ClusterPlan plan = ClusterPlan.of(chains(7, 9), "crm:0-0", "crm:1-0");
    List<ClusterPlan.Group> groups = plan.groups();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        assertThat(apart(groups.get(i), groups.get(j))).isTrue();
      }
    }
    for (int i = 0; i < plan.nodes().size(); i++) {
      ClusterPlan.Group group = groups.get(plan.group()[i]);
      assertThat(plan.x()[i]).isBetween(group.x(), group.x() + group.width());
      assertThat(plan.y()[i]).isBetween(group.y(), group.y() + group.height());
    }
  }

  private static boolean apart(ClusterPlan.Group a, ClusterPlan.Group b) {
    return a.x() + a.width() <= b.x()
        || b.x() + b.width() <= a.x()
        || a.y() + a.height() <= b.y()
        || b.y() + b.height() <= a.y();
  }

  @Test
  void theTwoRecordsUnderReviewFaceEachOther() {
    ReviewPair pair = FakeReviews.okafor();
    ClusterPlan plan = ClusterPlan.of(pair.graph(), pair.left().record(), pair.right().record());
    double left = plan.x()[0];
    assertThat(left).isGreaterThan(plan.x()[1]).isGreaterThan(plan.x()[2]);
    assertThat(plan.x()[3]).isGreaterThan(left);
  }

  @Test
  void linkedRecordsStandNearerThanOthersAndNoTwoOnOneSpot() {
    ClusterPlan plan = ClusterPlan.of(chains(1, 400), "crm:0-0", "crm:0-1");
    double linked = 0;
    for (int i = 0; i < plan.from().length; i++) {
      linked += distance(plan, plan.from()[i], plan.to()[i]) / plan.from().length;
    }
    double all = 0;
    double least = Double.MAX_VALUE;
    int count = 0;
    for (int i = 0; i < plan.nodes().size(); i++) {
      for (int j = i + 1; j < plan.nodes().size(); j++) {
        all += distance(plan, i, j);
        least = Math.min(least, distance(plan, i, j));
        count++;
      }
    }
    assertThat(linked).isLessThan(all / count / 3);
    assertThat(least).isGreaterThan(1e-3);
  }

  private static double distance(ClusterPlan plan, int a, int b) {
    return Math.hypot(plan.x()[a] - plan.x()[b], plan.y()[a] - plan.y()[b]);
  }

  @Test
  void tiesToUnknownRecordsAreLeftOut() {
    Graph graph =
        new Graph(
            List.of(new Node("crm:1", "crm", "A", "C-1")),
            List.of(new Edge("crm:1", "pos:9", "e-mail", null, true)));
    ClusterPlan plan = ClusterPlan.of(graph, "crm:1", "pos:9");
    assertThat(plan.edges()).isEmpty();
    assertThat(plan.groups()).hasSize(1);
  }
}

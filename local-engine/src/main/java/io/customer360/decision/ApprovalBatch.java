package io.customer360.decision;

import io.customer360.decision.arbitration.Decision;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known of a set of proposals before anybody approves them: their groups with votes,
/// decisions and earlier deliveries. Four reads, however many proposals there are.
final class ApprovalBatch {
  private final Map<String, List<ProposalRow>> groups;
  private final Map<String, String> groupOf = new HashMap<>();
  private final Map<String, List<DecisionDetail.Vote>> votes;
  private final Map<String, Decision> decisions;
  private final Map<String, Long> queuedBefore = new HashMap<>();

  private ApprovalBatch(
      Map<String, List<ProposalRow>> groups,
      Map<String, List<DecisionDetail.Vote>> votes,
      Map<String, Decision> decisions) {
    this.groups = groups;
    this.votes = votes;
    this.decisions = decisions;
    groups.forEach((group, rows) -> rows.forEach(row -> this.groupOf.put(row.decisionId(), group)));
  }

  /// Reads the groups that the decisions are members of, whole.
  static ApprovalBatch read(
      Connection c, ProposalStore proposals, DecisionStore store, Collection<String> decisionIds)
      throws SQLException {
    Map<String, List<ProposalRow>> groups = proposals.groups(c, decisionIds);
    Set<String> wanted = new LinkedHashSet<>(decisionIds);
    groups.values().forEach(rows -> rows.forEach(row -> wanted.add(row.decisionId())));
    ApprovalBatch batch =
        new ApprovalBatch(
            groups, proposals.votes(c, groups.keySet()), store.findAll(c, List.copyOf(wanted)));
    Rows.list(
        c,
        """
        select decision_id, count(*) from ops.outbox
        where decision_id in (select unnest(?)) group by decision_id
        """,
        row -> batch.queuedBefore.put(row.getString(1), row.getLong(2)),
        c.createArrayOf("VARCHAR", wanted.toArray()));
    return batch;
  }

  /// All members of the group a decision belongs to, the head first; empty when it proposes
  /// nothing.
  List<ProposalRow> group(String decisionId) {
    String group = groupOf.get(decisionId);
    return group == null ? List.of() : groups.getOrDefault(group, List.of());
  }

  /// By id of the head; of several members of one group the group once, in the order asked for.
  Map<String, List<ProposalRow>> groupsOf(Collection<String> decisionIds) {
    Map<String, List<ProposalRow>> found = new LinkedHashMap<>();
    for (String id : decisionIds) {
      List<ProposalRow> group = group(id);
      if (!group.isEmpty()) {
        found.putIfAbsent(group.getFirst().groupId(), group);
      }
    }
    return found;
  }

  boolean knows(String decisionId) {
    return decisions.containsKey(decisionId);
  }

  Decision decision(String decisionId) {
    Decision found = decisions.get(decisionId);
    if (found == null) {
      throw DecisionStore.unknown(decisionId);
    }
    return found;
  }

  /// Votes that stand, oldest first.
  List<DecisionDetail.Vote> votes(String groupId) {
    return votes.getOrDefault(groupId, List.of());
  }

  /// How often a decision stood in the outbox already.
  long queuedBefore(String decisionId) {
    return queuedBefore.getOrDefault(decisionId, 0L);
  }
}

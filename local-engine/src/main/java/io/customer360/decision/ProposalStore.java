package io.customer360.decision;

import io.customer360.governance.BulkInsert;
import io.customer360.governance.Person;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.ActionState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Proposals and votes.
final class ProposalStore {
  private final Lakehouse lake;

  ProposalStore(Lakehouse lake) {
    this.lake = lake;
  }

  /// All members of the group a decision belongs to, the head first.
  List<ProposalRow> group(Connection c, String decisionId) throws SQLException {
    return Rows.list(
        c,
        ProposalRow.SELECT
            + """
             where group_id = (select group_id from ops.proposal where decision_id = ? limit 1)
            order by decision_id <> group_id, decision_id
            """,
        ProposalRow::of,
        decisionId);
  }

  /// By id of the group, all members of the groups that the decisions belong to, the head first.
  Map<String, List<ProposalRow>> groups(Connection c, Collection<String> decisionIds)
      throws SQLException {
    Map<String, List<ProposalRow>> groups = new LinkedHashMap<>();
    Rows.list(
        c,
        ProposalRow.SELECT
            + """
             where group_id in (
               select group_id from ops.proposal where decision_id in (select unnest(?)))
            order by group_id, decision_id <> group_id, decision_id
            """,
        row -> {
          ProposalRow proposal = ProposalRow.of(row);
          return groups.computeIfAbsent(proposal.groupId(), id -> new ArrayList<>()).add(proposal);
        },
        texts(c, decisionIds));
    return groups;
  }

  private static Object texts(Connection c, Collection<String> texts) throws SQLException {
    return c.createArrayOf("VARCHAR", texts.toArray());
  }

  List<ProposalSummary> queue(QueueFilter filter, String currency, Instant now) {
    return lake.read(
        c ->
            Rows.list(
                c,
                """
                with votes as (
                  select group_id, count(*) as approvals from ops.vote
                  where approved and not withdrawn group by group_id
                ),
                item as (
                  select group_id, count(*) as members, sum(value_at_risk) as at_risk
                  from ops.proposal where state in ('PROPOSED', 'APPROVED') and expires_at > ?
                  group by group_id
                )
                select p.decision_id, p.customer_id, p.title, p.action_name, p.action_id, p.kind,
                  p.channel, p.agent, p.confidence, p.novel, p.approvals_needed, p.created_at,
                  p.expires_at, p.state, item.members, item.at_risk,
                  coalesce(votes.approvals, 0) as approvals
                from item
                join ops.proposal p on p.decision_id = item.group_id
                left join votes on votes.group_id = item.group_id
                where (? = '' or p.kind = ?) and (not ? or p.novel) and (? = '' or p.agent = ?)
                  and (? = 0 or date_diff('minute', ?::timestamp, p.expires_at) <= ? * 60)
                order by item.at_risk desc, p.kind = 'regulatory' desc, p.novel desc, p.expires_at,
                  p.decision_id
                limit ?
                """,
                row -> summary(row, currency),
                now,
                filter.kind(),
                filter.kind(),
                filter.novelOnly(),
                filter.agent(),
                filter.agent(),
                filter.expiringWithinHours(),
                now,
                filter.expiringWithinHours(),
                filter.limit()));
  }

  private static ProposalSummary summary(ResultSet row, String currency) throws SQLException {
    int members = row.getInt("members");
    BigDecimal atRisk = row.getBigDecimal("at_risk");
    return new ProposalSummary(
        row.getString("decision_id"),
        row.getString("customer_id"),
        row.getString("title"),
        subtitle(row.getString("action_name"), row.getString("kind"), members),
        members,
        row.getString("action_id"),
        row.getString("kind"),
        row.getString("channel"),
        row.getString("agent"),
        atRisk,
        io.customer360.decision.text.Money.whole(atRisk, currency),
        row.getDouble("confidence"),
        row.getBoolean("novel"),
        row.getInt("approvals"),
        row.getInt("approvals_needed"),
        Objects.requireNonNull(Rows.instant(row, "created_at")),
        Objects.requireNonNull(Rows.instant(row, "expires_at")),
        ActionState.valueOf(row.getString("state")));
  }

  /// Of a group whatever its state.
  ProposalSummary summary(
      List<ProposalRow> group, int approvals, ActionState state, String currency) {
    ProposalRow head = group.getFirst();
    BigDecimal atRisk =
        group.stream().map(ProposalRow::valueAtRisk).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ProposalSummary(
        head.groupId(),
        head.customerId(),
        head.title(),
        subtitle(head.actionName(), head.kind(), group.size()),
        group.size(),
        head.actionId(),
        head.kind(),
        head.channel(),
        head.agent(),
        atRisk,
        io.customer360.decision.text.Money.whole(atRisk, currency),
        head.confidence(),
        head.novel(),
        approvals,
        head.approvalsNeeded(),
        head.createdAt(),
        head.expiresAt(),
        state);
  }

  private static String subtitle(String action, String kind, int members) {
    if (!kind.equals("regulatory")) {
      return action;
    }
    return String.format(Locale.UK, "Notice to %,d %s", members, members == 1 ? "buyer" : "buyers");
  }

  /// Votes that stand, oldest first.
  List<DecisionDetail.Vote> votes(Connection c, String groupId) throws SQLException {
    return votes(c, List.of(groupId)).getOrDefault(groupId, List.of());
  }

  /// By group, votes that stand, oldest first.
  Map<String, List<DecisionDetail.Vote>> votes(Connection c, Collection<String> groupIds)
      throws SQLException {
    Map<String, List<DecisionDetail.Vote>> found = new LinkedHashMap<>();
    Rows.list(
        c,
        """
        select * from ops.vote where group_id in (select unnest(?)) and not withdrawn
        order by happened_at, person_id
        """,
        row ->
            found
                .computeIfAbsent(row.getString("group_id"), id -> new ArrayList<>())
                .add(vote(row)),
        texts(c, groupIds));
    return found;
  }

  private static DecisionDetail.Vote vote(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new DecisionDetail.Vote(
        row.getString("person_id"),
        row.getString("person_name"),
        row.getBoolean("approved"),
        reason == null || reason.isBlank() ? null : RejectReason.valueOf(reason),
        row.getString("note"),
        Objects.requireNonNull(Rows.instant(row, "happened_at")),
        Objects.requireNonNullElse(row.getString("content"), ""));
  }

  /// One vote of a person for each choice, for exactly its content.
  void approveAll(Connection c, List<Choice> choices, Person by, Instant now) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>(choices.size());
    for (Choice choice : choices) {
      rows.add(
          new @Nullable Object[] {
            choice.groupId(),
            by.id(),
            by.name(),
            true,
            null,
            false,
            "",
            now,
            false,
            choice.content()
          });
    }
    BulkInsert.into(c, "vote", rows);
  }

  void reject(
      Connection c, String groupId, Person by, RejectReason reason, String note, Instant now)
      throws SQLException {
    BulkInsert.into(
        c,
        "vote",
        List.<@Nullable Object[]>of(
            new @Nullable Object[] {
              groupId,
              by.id(),
              by.name(),
              false,
              reason.name(),
              reason.teaches(),
              note,
              now,
              false,
              ""
            }));
  }

  /// Takes back the approvals of anything else than this content.
  void lapse(Connection c, String groupId, String content) throws SQLException {
    Rows.update(
        c,
        """
        update ops.vote set withdrawn = true
        where group_id = ? and approved and content is distinct from ?
        """,
        groupId,
        content);
  }

  void withdrawVotes(Connection c, String groupId) throws SQLException {
    Rows.update(c, "update ops.vote set withdrawn = true where group_id = ?", groupId);
  }

  void state(Connection c, String groupId, ActionState state, Instant now) throws SQLException {
    states(c, List.of(groupId), state, now);
  }

  void states(Connection c, Collection<String> groupIds, ActionState state, Instant now)
      throws SQLException {
    Rows.update(
        c,
        """
        update ops.proposal set state = ?, updated_at = ? where group_id in (select unnest(?))
        """,
        state.name(),
        now,
        texts(c, groupIds));
  }

  void edit(
      Connection c, String groupId, int chosen, @Nullable String subject, @Nullable String body)
      throws SQLException {
    Rows.update(
        c,
        "update ops.proposal set chosen = ?, subject = ?, body = ? where group_id = ?",
        chosen,
        subject,
        body,
        groupId);
  }

  /// Another option than the proposed one: its cost and class now count.
  void choose(Connection c, String groupId, io.customer360.decision.arbitration.RankedOption option)
      throws SQLException {
    Rows.update(
        c,
        """
        update ops.proposal set action_id = ?, action_name = ?, channel = ?, kind = ?, agent = ?,
          cost = ?, expires_at = ?, approvals_needed = greatest(approvals_needed, ?)
        where group_id = ?
        """,
        option.actionId(),
        option.name(),
        option.channel(),
        option.kind(),
        option.agent(),
        option.cost(),
        option.expiresAt(),
        option.autonomy().approvals(),
        groupId);
  }

  /// Of each proposal the state of its outbox row where there is one; a group counts once while it
  /// is open.
  ActionCounts counts(Instant now) {
    return lake.read(
        c -> {
          Map<ActionState, Long> states = new EnumMap<>(ActionState.class);
          Rows.list(
              c,
              """
              select coalesce(o.state,
                  case when p.state in ('PROPOSED', 'APPROVED') and p.expires_at <= ?
                    then 'EXPIRED' else p.state end) as state,
                case when p.state in ('PROPOSED', 'APPROVED') then count(distinct p.group_id)
                  else count(*) end as items
              from ops.proposal p
              left join ops.outbox o on o.decision_id = p.decision_id and o.state <> 'UNDONE'
                and p.state = 'QUEUED'
              group by 1, p.state
              """,
              row -> states.merge(ActionState.valueOf(row.getString(1)), row.getLong(2), Long::sum),
              now);
          BigDecimal open =
              Rows.list(
                      c,
                      """
                      select coalesce(sum(value_at_risk), 0) from ops.proposal
                      where state in ('PROPOSED', 'APPROVED') and expires_at > ?
                      """,
                      row -> row.getBigDecimal(1),
                      now)
                  .getFirst();
          return new ActionCounts(states, open);
        });
  }
}

package io.customer360.decision;

import io.customer360.decision.action.ActionKind;
import io.customer360.decision.action.Channel;
import io.customer360.decision.lake.DecisionReader;
import io.customer360.decision.policy.Consent;
import io.customer360.decision.policy.Finding;
import io.customer360.decision.policy.PastContact;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.policy.PolicyRule;
import io.customer360.decision.policy.Situation;
import io.customer360.decision.rule.Facts;
import io.customer360.outbox.Intent;
import io.customer360.outbox.SendGuard;
import io.customer360.workspace.Workspace;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Consent, caps, quiet hours and budget once more, with what is known at the moment of sending. A
/// no or an empty budget ends the row; a cap or quiet hours hold it, and its time to live ends it
/// if that lasts.
final class PolicySendGuard implements SendGuard {
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final Workspace workspace;
  private final Texts texts;
  private final DecisionReader reader = new DecisionReader();

  PolicySendGuard(Workspace workspace, Texts texts) {
    this.workspace = workspace;
    this.texts = texts;
  }

  /// What is asked to go as one: a single action, or all actions of a group.
  ///
  /// @param spends whether it goes now; the first of two approvals spends nothing yet
  record Asked(List<Intent> intents, boolean spends) {}

  /// At send: the rows stand in the outbox and in the budgets already. One that is stopped gives
  /// its money back to those after it.
  @Override
  public List<Verdict> check(Connection c, List<Intent> intents, Instant now) throws SQLException {
    List<Asked> asked = intents.stream().map(intent -> new Asked(List.of(intent), true)).toList();
    return check(c, asked, true, now);
  }

  /// At approval: one that may go takes its money from those after it. Of a group the budget alone
  /// is checked; each of its rows is checked at send.
  List<Verdict> checkNew(Connection c, List<Asked> asked, Instant now) throws SQLException {
    return check(c, asked, false, now);
  }

  private List<Verdict> check(Connection c, List<Asked> asked, boolean counted, Instant now)
      throws SQLException {
    if (asked.isEmpty()) {
      return List.of();
    }
    Policies policies = texts.policies();
    ZoneId zone = workspace.settings().zoneId();
    List<String> customers =
        asked.stream()
            .filter(one -> one.intents().size() == 1)
            .map(one -> one.intents().getFirst().customerId())
            .distinct()
            .toList();
    Map<String, Facts> facts = reader.facts(c, customers, now);
    Map<String, List<Consent>> consents = reader.consents(c, customers);
    Map<String, List<PastContact>> contacts = reader.contacts(c, customers, now, List.of());
    List<Intent> all = asked.stream().flatMap(one -> one.intents().stream()).toList();
    Ledger ledger = Ledger.read(c, reader, policies, all, zone);
    // What this batch lets go counts for the rest of it.
    Map<String, List<PastContact>> going = new HashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Asked one : asked) {
      if (counted) {
        one.intents().forEach(ledger::giveBack);
      }
      Intent intent = together(one.intents());
      List<PastContact> sent = new ArrayList<>();
      contacts.getOrDefault(intent.customerId(), List.of()).stream()
          .filter(contact -> contact.kind().equals("sent"))
          .forEach(sent::add);
      sent.addAll(going.getOrDefault(intent.customerId(), List.of()));
      Situation situation =
          situation(
              intent,
              facts.getOrDefault(intent.customerId(), new Facts(Map.of())),
              consents.getOrDefault(intent.customerId(), List.of()),
              sent,
              ledger.at(intent.createdAt()),
              now,
              zone);
      List<? extends PolicyRule> rules =
          one.intents().size() == 1 ? policies.rules() : policies.budgets();
      Verdict verdict = verdict(rules, situation, intent, now);
      if (one.spends() && !(verdict instanceof Verdict.Block)) {
        one.intents().forEach(ledger::spend);
      }
      if (verdict instanceof Verdict.Go && one.intents().size() == 1) {
        going
            .computeIfAbsent(intent.customerId(), id -> new ArrayList<>())
            .add(new PastContact(intent.channel(), intent.actionId(), "sent", now));
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  /// The first of a group with the cost of all.
  private static Intent together(List<Intent> group) {
    Intent first = group.getFirst();
    return first.withCost(
        group.stream().map(Intent::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static Verdict verdict(
      List<? extends PolicyRule> rules, Situation situation, Intent intent, Instant now) {
    Verdict held = new Verdict.Go();
    for (PolicyRule rule : rules) {
      boolean again =
          switch (rule) {
            case PolicyRule.ConsentRule r -> true;
            case PolicyRule.CapRule r -> true;
            case PolicyRule.GapRule r -> true;
            case PolicyRule.QuietHoursRule r -> true;
            case PolicyRule.BudgetRule r -> true;
            // It is itself the open action, and it was not used before: it is this very one.
            case PolicyRule.OneOpenRule r -> false;
            case PolicyRule.RepeatRule r -> false;
            case PolicyRule.FactRule r -> false;
          };
      if (!again) {
        continue;
      }
      switch (rule.check(situation)) {
        case Finding.Pass pass -> {}
        case Finding.Hold hold -> held = new Verdict.Hold(hold.until(), rule.says());
        case Finding.Fail fail -> {
          boolean passes = rule instanceof PolicyRule.CapRule || rule instanceof PolicyRule.GapRule;
          if (!passes) {
            return new Verdict.Block(rule.says() + ": " + fail.fact());
          }
          Instant later = now.plus(LOOK_AGAIN);
          Instant until = later.isBefore(intent.expiresAt()) ? later : intent.expiresAt();
          held = new Verdict.Hold(until, rule.says() + ": " + fail.fact());
        }
      }
    }
    return held;
  }

  private Situation situation(
      Intent intent,
      Facts facts,
      List<Consent> consents,
      List<PastContact> contacts,
      Map<String, BigDecimal> spent,
      Instant now,
      ZoneId workspaceZone) {
    String own = facts.text("zone");
    ZoneId zone = own.isBlank() || !ZONES.contains(own) ? workspaceZone : ZoneId.of(own);
    return new Situation(
        intent.actionId(),
        ActionKind.valueOf(intent.kind().toUpperCase(Locale.ROOT)),
        Channel.valueOf(intent.channel().toUpperCase(Locale.ROOT)),
        intent.purpose(),
        intent.agent(),
        intent.cost(),
        facts,
        consents,
        contacts,
        spent,
        now,
        zone,
        workspace.settings().currency());
  }
}

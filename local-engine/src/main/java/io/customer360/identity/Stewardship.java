package io.customer360.identity;

import io.customer360.governance.Person;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.resolve.ResolutionDiff;
import io.customer360.identity.resolve.ResolutionRun;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import io.customer360.job.Progress;
import java.util.List;
import java.util.Optional;

/// What people do about identities: judge pairs, merge, split, and take each of it back. A
/// judgement is stored with its entry in the audit log in one transaction; it takes effect with the
/// next refresh, and [#preview] shows before what that will change.
///
/// Throws user errors for ids that do not exist. Safe to call from any thread.
public interface Stewardship {
  /// Says of two source records what they are.
  Judgement judge(String leftRecord, String rightRecord, Verdict verdict, String reason, Person by);

  /// Joins customers. They live on under the oldest of their ids; the others come back when the
  /// merge is undone.
  Judgement merge(List<String> customerIds, String reason, Person by);

  /// Splits records off a customer; together they become a customer of their own.
  Judgement split(String customerId, List<String> records, String reason, Person by);

  /// Takes a judgement back, whatever came after it.
  Judgement undo(long number, Person by);

  /// The latest judgements, newest first, also those taken back.
  List<Judgement> judgements(int limit);

  /// What the next refresh would make of what was said and of records that came since. Nothing is
  /// changed. Takes as long as resolution itself, which is little where few are concerned; can be
  /// cancelled.
  ResolutionDiff preview(Progress progress);

  /// What learning the model anew and resolving everybody would make. Nothing is changed.
  ResolutionDiff previewAnew(Progress progress);

  /// Has the next refresh learn the model anew, judgements included, and resolve everybody by it;
  /// with an entry in the audit log.
  void learnAnew(Person by);

  /// What the last resolution did; empty before the first.
  Optional<ResolutionRun> lastRun();

  /// What the model in force says of two records alone, in the order they are named.
  PairExplanation explain(String leftRecord, String rightRecord);

  /// The rules in force.
  IdentityRules rules();

  /// Those before the last change, to go back to; empty when they never changed.
  Optional<IdentityRules> rulesBefore();

  /// What the next refresh would make by other rules than those in force.
  ResolutionDiff preview(IdentityRules rules, Progress progress);

  /// Keeps other rules, with an entry in the audit log. They take effect with the next refresh.
  void changeRules(IdentityRules rules, Person by);
}

package io.customer360.ui.identity;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.identity.Stewardship;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.resolve.ResolutionDiff;
import io.customer360.identity.resolve.ResolutionRun;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import io.customer360.job.Progress;
import io.customer360.ui.testing.SampleWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps judgements in memory; can be told to fail.
final class FakeStewardship implements Stewardship {
  private final List<Judgement> rows = new ArrayList<>();
  final List<List<String>> splits = new ArrayList<>();
  volatile boolean broken;
  volatile boolean nothingChanges;

  @Override
  public synchronized Judgement judge(
      String left, String right, Verdict verdict, String reason, Person by) {
    check();
    return add(
        Judgement.Kind.REVIEW, List.of(new Judgement.Pair(left, right, verdict)), reason, by);
  }

  private Judgement add(Judgement.Kind kind, List<Judgement.Pair> pairs, String reason, Person by) {
    Judgement made =
        new Judgement(
            rows.size() + 1,
            kind,
            pairs,
            by.id(),
            SampleWindow.NOW.plusSeconds(60L * rows.size()),
            reason,
            null);
    rows.addFirst(made);
    return made;
  }

  private void check() {
    if (broken) {
      throw WorkbenchException.resource(
          "C360-TST-002", "The judgement was not stored: the disk is full.", null);
    }
  }

  synchronized boolean judged(String left, String right) {
    return rows.stream()
        .filter(Judgement::inForce)
        .flatMap(row -> row.pairs().stream())
        .anyMatch(
            pair ->
                (pair.left().equals(left) && pair.right().equals(right))
                    || (pair.left().equals(right) && pair.right().equals(left)));
  }

  @Override
  public Judgement merge(List<String> customerIds, String reason, Person by) {
    throw new AssertionError("this screen merges nobody by hand: " + customerIds);
  }

  @Override
  public synchronized Judgement split(
      String customerId, List<String> records, String reason, Person by) {
    check();
    splits.add(List.copyOf(records));
    return add(
        Judgement.Kind.SPLIT,
        records.stream()
            .map(record -> new Judgement.Pair(record, customerId, Verdict.NOT_A_MATCH))
            .toList(),
        reason,
        by);
  }

  @Override
  public synchronized Judgement undo(long number, Person by) {
    check();
    for (int i = 0; i < rows.size(); i++) {
      Judgement row = rows.get(i);
      if (row.number() == number) {
        Judgement undone =
            new Judgement(
                row.number(),
                row.kind(),
                row.pairs(),
                row.person(),
                row.decidedAt(),
                row.reason(),
                row.decidedAt().plusSeconds(30));
        rows.set(i, undone);
        return undone;
      }
    }
    throw WorkbenchException.user("C360-IDN-012", "There is no judgement " + number + ".");
  }

  @Override
  public synchronized List<Judgement> judgements(int limit) {
    return rows.stream().limit(limit).toList();
  }

  @Override
  public PairExplanation explain(String left, String right) {
    throw new AssertionError("this screen shows whole pairs: " + left + ", " + right);
  }

  @Override
  public IdentityRules rules() {
    return IdentityRules.DEFAULT;
  }

  @Override
  public Optional<IdentityRules> rulesBefore() {
    return Optional.empty();
  }

  @Override
  public ResolutionDiff preview(IdentityRules rules, Progress progress) {
    return preview(progress);
  }

  @Override
  public void changeRules(IdentityRules rules, Person by) {
    check();
  }

  @Override
  public ResolutionDiff previewAnew(Progress progress) {
    return preview(progress);
  }

  @Override
  public void learnAnew(Person by) {
    check();
  }

  @Override
  public Optional<ResolutionRun> lastRun() {
    return Optional.empty();
  }

  @Override
  public ResolutionDiff preview(Progress progress) {
    progress.stage("resolve people");
    progress.fraction(0.5);
    check();
    if (nothingChanges) {
      return new ResolutionDiff(
          41_207, 10_482, 10_482, 10_482, 0, 0, 0, 0, 0, of(), of(), of(), List.of(), List.of());
    }
    return new ResolutionDiff(
        41_207,
        10_482,
        10_476,
        10_469,
        0,
        0,
        7,
        1,
        2,
        List.of(
            new ResolutionDiff.Regrouped(List.of("C-004712", "C-009120"), List.of("C-004712"), 4),
            new ResolutionDiff.Regrouped(List.of("C-001204", "C-008117"), List.of("C-001204"), 6),
            new ResolutionDiff.Regrouped(List.of("C-002230", "C-010031"), List.of("C-002230"), 3)),
        List.of(
            new ResolutionDiff.Regrouped(List.of("C-003381"), List.of("C-003381", "C-010483"), 5)),
        of(),
        List.of(
            new ResolutionDiff.ConsentChange(
                "C-004712", "C-004712", "marketing", "SMS", "yes", "no"),
            new ResolutionDiff.ConsentChange(
                "C-003381", "C-010483", "marketing", "e-mail", "no", null)),
        List.of(
            new ResolutionDiff.ConsentChange(
                "C-003381", "C-010483", "marketing", "e-mail", "no", null)));
  }

  private static List<ResolutionDiff.Regrouped> of() {
    return List.of();
  }
}

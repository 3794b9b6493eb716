package io.customer360.decision.arbitration;

import io.customer360.decision.action.ActionDefinition;
import io.customer360.decision.action.ActionKind;
import io.customer360.decision.action.Catalogue;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.policy.Situation;
import io.customer360.decision.rule.Facts;
import io.customer360.decision.text.Money;
import io.customer360.governance.Hashes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The pure function from an input to a decision, under one catalogue and one set of policies. Safe
/// from any thread.
public final class Decider {
  /// Asking the JDK each time copies the whole set.
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private final Catalogue catalogue;
  private final Policies policies;
  private final Screening screening;
  private final Oversee oversee;

  public Decider(Catalogue catalogue, Policies policies) {
    this.catalogue = catalogue;
    this.policies = policies;
    this.screening = new Screening(policies);
    this.oversee = new Oversee(policies.oversight());
  }

  /// An option before it has its rank.
  private record Candidate(
      ActionDefinition action,
      String agent,
      FactorMaker.Made made,
      Screening.Result.Passed passed,
      RenderedMessage message,
      Instant expiresAt,
      BigDecimal priority,
      String lot) {}

  /// A message that is made once, when it is first asked for.
  private static final class Rendered {
    private final ActionDefinition action;
    private final MessageRenderer renderer;
    private MessageRenderer.@Nullable Rendering made;

    Rendered(ActionDefinition action, MessageRenderer renderer) {
      this.action = action;
      this.renderer = renderer;
    }

    MessageRenderer.Rendering rendering() {
      MessageRenderer.Rendering ready = made;
      if (ready == null) {
        ready = renderer.render(action);
        made = ready;
      }
      return ready;
    }
  }

  public Decision decide(DecisionInput input) {
    return write(input).decision();
  }

  /// Decides, and gives the canonical JSON of the decision with it, as it is stored and compared.
  public DecisionJson.Written write(DecisionInput input) {
    return DecisionJson.hashed(open(input));
  }

  /// The decision without its hash, which is most of the work and needs nothing but the decision:
  /// [DecisionJson#hashed] may add it on another thread.
  public Decision open(DecisionInput input) {
    Facts facts = input.facts();
    List<BlockedOption> blocked = new ArrayList<>();
    List<Candidate> candidates = candidates(input, blocked);
    blocked.sort(
        Comparator.comparing(BlockedOption::stage)
            .reversed()
            .thenComparing(BlockedOption::actionId));
    ActionDefinition best = candidates.isEmpty() ? null : candidates.getFirst().action();
    BigDecimal atRisk = atRisk(facts, best);
    Confidence confidence = confidence(facts, candidates);
    List<RankedOption> options = new ArrayList<>();
    for (Candidate candidate : candidates) {
      options.add(option(candidate, options.size() + 1, atRisk, confidence, input));
    }
    Map<String, String> versions = new TreeMap<>();
    versions.put("catalogue", input.catalogueVersion());
    versions.put("policies", input.policyVersion());
    input.models().forEach((model, version) -> versions.put("model:" + model, version));
    Instant expires =
        options.isEmpty() ? input.now().plus(Duration.ofDays(1)) : options.getFirst().expiresAt();
    return new Decision(
        input.decisionId(),
        input.customerId(),
        facts.text("full_name"),
        input.now(),
        expires,
        options.isEmpty() ? "" : options.getFirst().agent(),
        input.trigger(),
        atRisk,
        Money.whole(atRisk, input.currency()),
        Reasons.why(facts, best, input.currency()),
        Reasons.evidence(facts, best, input.currency()),
        confidence,
        funnel(candidates.size(), blocked),
        options,
        blocked,
        versions,
        "");
  }

  /// The priority of the best option, 0 when none passes: what [#decide] would put first, without
  /// the words.
  public BigDecimal bestPriority(DecisionInput input) {
    List<Candidate> candidates = candidates(input, new ArrayList<>());
    return candidates.isEmpty() ? BigDecimal.ZERO : candidates.getFirst().priority();
  }

  private List<Candidate> candidates(DecisionInput input, List<BlockedOption> blocked) {
    ZoneId zone = zone(input.facts(), input.zone());
    List<Candidate> candidates = new ArrayList<>();
    for (ActionDefinition action : catalogue.actions()) {
      consider(action, input, zone, candidates, blocked);
    }
    candidates.sort(
        Comparator.comparing(Candidate::priority)
            .reversed()
            .thenComparing(c -> c.action().cost())
            .thenComparing(Candidate::lot));
    return candidates;
  }

  /// The policies it decides under.
  public Policies policies() {
    return policies;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  private void consider(
      ActionDefinition action,
      DecisionInput input,
      ZoneId zone,
      List<Candidate> candidates,
      List<BlockedOption> blocked) {
    Optional<String> agent = agent(action, input.agents());
    Situation situation = situation(action, agent.orElse(""), input, zone);
    Instant expires = input.now().plus(Duration.ofHours(action.ttlHours()));
    // Rendered only for what gets as far as its message.
    Rendered rendered =
        new Rendered(
            action,
            new MessageRenderer(input.facts(), input.company(), input.now(), expires, zone));
    switch (screening.screen(
        action, situation, agent.isPresent(), () -> rendered.rendering().missing())) {
      case Screening.Result.Blocked no -> blocked.add(no.option());
      case Screening.Result.Passed passed -> {
        if (!passed.sendNotBefore().isBefore(expires)) {
          blocked.add(
              new BlockedOption(
                  action.id(),
                  action.name(),
                  action.kind().key(),
                  action.channel().key(),
                  Stage.CONTACT,
                  "Must go within " + action.ttlHours() + " hours",
                  "Quiet hours last longer than that",
                  "it is decided inside the contact hours"));
          return;
        }
        FactorMaker.Made made =
            FactorMaker.make(
                action,
                input.facts(),
                input.feedback().getOrDefault(action.id(), Feedback.NONE),
                input.switches());
        BigDecimal brings = made.factors().value();
        boolean counts = input.switches().value() && action.kind() != ActionKind.REGULATORY;
        if (counts && brings.compareTo(situation.cost()) < 0) {
          blocked.add(
              new BlockedOption(
                  action.id(),
                  action.name(),
                  action.kind().key(),
                  action.channel().key(),
                  Stage.SUITABILITY,
                  "Must bring at least what it costs",
                  "Would bring "
                      + Money.exact(brings, input.currency())
                      + " and costs "
                      + Money.exact(situation.cost(), input.currency()),
                  "it brings " + Money.exact(situation.cost(), input.currency())));
          return;
        }
        candidates.add(
            new Candidate(
                action,
                agent.orElse(""),
                made,
                passed,
                rendered.rendering().message(),
                expires,
                made.factors().priority(),
                Hashes.sha256(input.seed() + ":" + input.customerId() + ":" + action.id())));
      }
    }
  }

  private RankedOption option(
      Candidate c, int rank, BigDecimal atRisk, Confidence confidence, DecisionInput input) {
    ActionDefinition action = c.action();
    Autonomy autonomy = oversee.look(action, c.agent(), atRisk, confidence, input.facts(), input);
    List<PolicyCheck> checks = new ArrayList<>(c.passed().checks());
    checks.add(
        new PolicyCheck(
            "Class", true, "Who lets it go", action.kind().words() + ", " + approvals(autonomy)));
    checks.add(
        new PolicyCheck(
            "Message",
            true,
            "Every token is filled",
            c.message().filled().size() + " facts filled"));
    return new RankedOption(
        rank,
        action.id(),
        action.version(),
        action.name(),
        action.detail(),
        action.kind().key(),
        action.channel().key(),
        action.purpose(),
        c.agent(),
        BigDecimal.valueOf(action.cost()).setScale(2, RoundingMode.HALF_EVEN),
        c.made().factors(),
        c.priority(),
        c.made().notes(),
        checks,
        c.message(),
        c.passed().sendNotBefore(),
        c.expiresAt(),
        oversee.novel(action, input),
        autonomy);
  }

  private static String approvals(Autonomy autonomy) {
    if (autonomy.automatic()) {
      return "goes by itself";
    }
    return autonomy.approvals() == 1 ? "one approval is enough" : "two persons approve";
  }

  private static Optional<String> agent(ActionDefinition action, List<String> atWork) {
    if (action.agents().isEmpty()) {
      return Optional.of(atWork.isEmpty() ? "" : atWork.getFirst());
    }
    return action.agents().stream()
        .filter(agent -> atWork.isEmpty() || atWork.contains(agent))
        .findFirst();
  }

  private static Situation situation(
      ActionDefinition action, String agent, DecisionInput input, ZoneId zone) {
    return new Situation(
        action.id(),
        action.kind(),
        action.channel(),
        action.purpose(),
        agent,
        BigDecimal.valueOf(action.cost()),
        input.facts(),
        input.consents(),
        input.contacts(),
        input.spent(),
        input.now(),
        zone,
        input.currency());
  }

  /// A zone nobody knows is the workspace's: a typo in the data must not stop a decision.
  private static ZoneId zone(Facts facts, String workspace) {
    String own = facts.text("zone");
    return own.isBlank() || !ZONES.contains(own) ? ZoneId.of(workspace) : ZoneId.of(own);
  }

  private static BigDecimal atRisk(Facts facts, @Nullable ActionDefinition best) {
    boolean recall = best != null && best.kind() == ActionKind.REGULATORY;
    double amount = facts.number(recall ? "recalled_revenue" : "value_at_risk", 0);
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static Confidence confidence(Facts facts, List<Candidate> candidates) {
    List<Confidence.Part> parts = new ArrayList<>();
    boolean regulatory =
        !candidates.isEmpty() && candidates.getFirst().action().kind() == ActionKind.REGULATORY;
    if (regulatory) {
      parts.add(
          new Confidence.Part(
              "Order line", 1, "batch " + facts.text("recalled_batch") + " stands on the order"));
    } else {
      double model = facts.number("churn_confidence", 0.5);
      parts.add(
          new Confidence.Part(
              "Model",
              model,
              facts.number("churn_confidence").isPresent()
                  ? "churn score " + facts.plain("churn")
                  : "no churn score"));
    }
    double trust = facts.number("trust", 0.5);
    parts.add(
        new Confidence.Part("Profile", trust, "trust in the profile " + facts.plain("trust")));
    if (!candidates.isEmpty() && !regulatory) {
      double lead = 1;
      if (candidates.size() > 1 && candidates.getFirst().priority().signum() > 0) {
        lead =
            1
                - candidates.get(1).priority().doubleValue()
                    / candidates.getFirst().priority().doubleValue();
      }
      parts.add(
          new Confidence.Part(
              "Lead",
              round(0.6 + 0.4 * lead),
              candidates.size() == 1
                  ? "the only option"
                  : "first option is " + Math.round(lead * 100) + " % ahead"));
    }
    double product = 1;
    for (Confidence.Part part : parts) {
      product *= Math.min(1, Math.max(0, part.value()));
    }
    return new Confidence(round(Math.pow(product, 1.0 / parts.size())), parts);
  }

  private static double round(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static Funnel funnel(int passed, List<BlockedOption> blocked) {
    Map<Stage, Integer> lost = new EnumMap<>(Stage.class);
    blocked.forEach(option -> lost.merge(option.stage(), 1, Integer::sum));
    int[] left = new int[Stage.values().length];
    int now = passed + blocked.size();
    for (Stage stage : Stage.values()) {
      now -= lost.getOrDefault(stage, 0);
      left[stage.ordinal()] = now;
    }
    return new Funnel(
        passed + blocked.size(), left[0], left[1], left[2], left[3], left[4], left[5]);
  }
}

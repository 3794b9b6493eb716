package io.customer360.decision.arbitration;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.decision.action.Catalogue;
import io.customer360.decision.policy.Policies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeciderTest {
  private final Catalogue catalogue = Catalogue.defaults();
  private final Policies policies = Policies.defaults();
  private final Decider decider = new Decider(catalogue, policies);

  @Test
  void multipliesAsTheReferenceVector() {
    assertThat(Factors.of(0.2, 1.55, 100, 1.2, 1).priority()).isEqualByComparingTo("37.2");
    Factors all = Factors.of(0.2, 1.55, 100, 1.2, 0.9);
    assertThat(all.with(new FactorSwitches(true, false, true, false, true)).priority())
        .as("margin x acceptance x risk")
        .isEqualByComparingTo("18");
    assertThat(all.with(new FactorSwitches(false, false, false, false, false)).priority())
        .isEqualByComparingTo("1");
  }

  @Test
  void decidesAndExplains() {
    Decision decision = decider.decide(Inputs.input(Inputs.ngozi()));
    assertThat(decision.options()).isNotEmpty();
    assertThat(decision.valueAtRiskText()).isEqualTo("£741");
    assertThat(decision.why()).contains("Ordered every 19 days").contains("2 deliveries came late");
    assertThat(decision.evidence()).isNotEmpty();
    assertThat(decision.best().orElseThrow().autonomy().why()).contains("£741 is above £250");
    assertThat(decision.funnel().all()).isEqualTo(catalogue.actions().size());
    assertThat(decision.funnel().budget()).isEqualTo(decision.options().size());
    BlockedOption recall =
        decision.blocked().stream()
            .filter(b -> b.actionId().equals("recall-notice"))
            .findFirst()
            .orElseThrow();
    assertThat(recall.stage()).isEqualTo(Stage.ELIGIBILITY);
  }

  @Test
  void factorsMultiplyToThePriorityAndBlockedActionsAreNeverProposed() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      DecisionInput input = Inputs.random(random, i, catalogue.version(), policies.version());
      Decision decision = decider.decide(input);
      BigDecimal before = null;
      for (RankedOption option : decision.options()) {
        Factors f = option.factors();
        double product =
            f.propensity().doubleValue()
                * f.context().doubleValue()
                * f.value().doubleValue()
                * f.lever().doubleValue()
                * f.risk().doubleValue();
        assertThat(option.priority().doubleValue())
            .isCloseTo(product, org.assertj.core.data.Offset.offset(1e-9 * Math.max(1, product)));
        assertThat(before == null || before.compareTo(option.priority()) >= 0).isTrue();
        before = option.priority();
        boolean refused =
            input.consents().stream()
                .anyMatch(
                    c ->
                        c.purpose().equals(option.purpose())
                            && c.status().equals("no")
                            && (c.channel().equals(option.channel())
                                || (c.channel().equals("phone")
                                    && option.channel().equals("call"))));
        assertThat(refused && !option.kind().equals("regulatory")).as(option.toString()).isFalse();
        assertThat(option.checks()).allMatch(PolicyCheck::passed);
      }
      Set<String> blocked =
          decision.blocked().stream().map(BlockedOption::actionId).collect(Collectors.toSet());
      assertThat(decision.options()).noneMatch(o -> blocked.contains(o.actionId()));
      assertThat(decision.options().size() + blocked.size()).isEqualTo(catalogue.actions().size());
      assertThat(decision.blocked())
          .allMatch(b -> !b.rule().isBlank() && !b.fact().isBlank() && !b.passWhen().isBlank());
    }
  }

  @Test
  void aThousandDecisionsReplayExactlyFromTheirStoredInput() {
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      DecisionInput input = Inputs.random(random, i, catalogue.version(), policies.version());
      String stored = DecisionJson.write(decider.decide(input));
      Decider later =
          i % 100 == 0
              ? new Decider(
                  Catalogue.parse(catalogue.source()), Policies.parseUnchecked(policies.source()))
              : decider;
      String again =
          DecisionJson.write(later.decide(DecisionJson.input(DecisionJson.write(input))));
      assertThat(again).isEqualTo(stored);
      assertThat(DecisionJson.write(DecisionJson.decision(stored))).isEqualTo(stored);
    }
  }

  @Test
  void namesTheFirstFieldThatDiffers() {
    DecisionInput input = Inputs.input(Inputs.ngozi());
    Map<String, Object> other = Inputs.ngozi();
    other.put("margin_12m", 2044.0);
    String a = DecisionJson.write(decider.decide(input));
    String b = DecisionJson.write(decider.decide(Inputs.input(other)));
    assertThat(DecisionJson.firstDifference(a, a)).isEmpty();
    assertThat(DecisionJson.firstDifference(a, b).orElseThrow().field())
        .isNotEqualTo("/output_hash");
  }

  @Test
  void rejectionsLowerTheActionAndTieBreaksFollowTheSeed() {
    DecisionInput input = Inputs.input(Inputs.ngozi());
    DecisionInput taught =
        new DecisionInput(
            input.decisionId(),
            input.customerId(),
            input.now(),
            input.seed(),
            input.trigger(),
            input.agents(),
            input.facts(),
            input.consents(),
            input.contacts(),
            input.spent(),
            Map.of("feedback-call", new Feedback(0, 4)),
            input.models(),
            input.catalogueVersion(),
            input.policyVersion(),
            input.currency(),
            input.zone(),
            input.company(),
            input.switches());
    assertThat(propensity(taught))
        .isEqualByComparingTo(propensity(input).multiply(new BigDecimal("0.5")));
  }

  private BigDecimal propensity(DecisionInput input) {
    return decider.decide(input).options().stream()
        .filter(o -> o.actionId().equals("feedback-call"))
        .findFirst()
        .orElseThrow()
        .factors()
        .propensity();
  }

  @Test
  void textInTheDataIsNeverATemplateOrARule() {
    Map<String, Object> facts = Inputs.ngozi();
    facts.put("first_name", "{{email}}");
    Decision decision = decider.decide(Inputs.input(facts));
    assertThat(
            decision.options().stream()
                .map(o -> o.message().body())
                .filter(body -> !body.isBlank())
                .toList())
        .isNotEmpty()
        .allMatch(body -> body.contains("Dear {{email}}"));
  }

  @Test
  void quietHoursHoldAndDoNotLose() {
    DecisionInput noon = Inputs.input(Inputs.ngozi());
    DecisionInput night =
        new DecisionInput(
            noon.decisionId(),
            noon.customerId(),
            java.time.Instant.parse("2026-11-20T23:10:00Z"),
            noon.seed(),
            noon.trigger(),
            noon.agents(),
            noon.facts(),
            noon.consents(),
            noon.contacts(),
            noon.spent(),
            noon.feedback(),
            noon.models(),
            noon.catalogueVersion(),
            noon.policyVersion(),
            noon.currency(),
            noon.zone(),
            noon.company(),
            noon.switches());
    RankedOption call =
        decider.decide(night).options().stream()
            .filter(o -> o.channel().equals("call"))
            .findFirst()
            .orElseThrow();
    assertThat(call.sendNotBefore()).isEqualTo(java.time.Instant.parse("2026-11-21T09:00:00Z"));
    assertThat(List.of(decider.decide(noon).options().getFirst().sendNotBefore()))
        .containsExactly(noon.now());
  }
}

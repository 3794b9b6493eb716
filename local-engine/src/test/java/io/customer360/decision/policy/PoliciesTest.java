package io.customer360.decision.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.decision.action.Catalogue;
import io.customer360.decision.text.TextBundle;
import io.customer360.fault.WorkbenchException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  @Test
  void shippedPoliciesDoAsTheirExamplesSay() {
    assertThat(Policies.defaults().check()).isGreaterThan(20);
  }

  @Test
  void aRuleThatBreaksItsExampleIsNotTaken() {
    String text =
        Policies.defaultTexts().files().get("contact.yaml").replace("hours: 72}", "hours: 70}");
    assertThatThrownBy(() -> Policies.parse(TextBundle.of(Map.of("contact.yaml", text))))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("E-mail after 71 hours");
  }

  @Test
  void faultsNameFileAndLine() {
    assertThatThrownBy(
            () ->
                Policies.parse(
                    TextBundle.of(
                        Map.of(
                            "mine.yaml",
                            "policy: mine\nrules:\n  - id: a\n    says: b\n    fact: {stage: contact,"
                                + " when: \"churm > 1\"}\n"))))
        .hasMessage(
            "mine.yaml, line 5: \"churm\" is not a known fact (nearest: churn) at position 1 of"
                + " \"churm > 1\".");
    assertThatThrownBy(
            () -> Policies.parse(TextBundle.of(Map.of("mine.yaml", "policy: a\nrulez: []\n"))))
        .hasMessageContaining("mine.yaml, line 2: \"rulez\" is not a known key");
    assertThatThrownBy(() -> Policies.parse(TextBundle.of(Map.of("mine.yaml", "a: [1\n"))))
        .hasMessageContaining("mine.yaml, line");
  }

  @Test
  void aPolicyWithoutAFailingExampleIsNotTaken() {
    String text =
        """
        policy: mine
        rules:
          - {id: a, says: b, open: {}}
        examples:
          - {name: c, rule: a, expect: pass, action: {kind: service, channel: call}}
        """;
    assertThatThrownBy(() -> Policies.parse(TextBundle.of(Map.of("mine.yaml", text))))
        .hasMessageContaining("must fail");
  }

  @Test
  void shippedActionsAreRead() {
    assertThat(Catalogue.defaults().actions()).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void anActionWithAnUnknownTokenIsRefused() {
    String text =
        """
        id: a
        name: b
        kind: service
        channel: email
        value: 5
        message: {subject: x, body: "Dear {{frist_name}}"}
        """;
    assertThatThrownBy(() -> Catalogue.parse(TextBundle.of(Map.of("a.yaml", text))))
        .hasMessageContaining("a.yaml, line 6: \"{{frist_name}}\" is not a known fact");
  }
}

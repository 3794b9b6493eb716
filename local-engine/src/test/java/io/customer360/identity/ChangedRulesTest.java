package io.customer360.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.governance.AuditLog;
import io.customer360.governance.GovernanceSchema;
import io.customer360.governance.LocalAuditLog;
import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.identity.rules.IdentifierKind;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.rules.Protections;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedRulesTest {
  @Test
  void whatCouldNotBeSavedIsNotInTheAuditLog(@TempDir Path folder) throws Exception {
    Path root = folder.resolve("rules.c360");
    WorkspaceSettings settings =
        WorkspaceSettings.of("Alder & Pine", "GBP", "Europe/London", "fixed:2026-11-20T09:40:00Z");
    Person maya = new Person("mh", "Maya Holt", Role.MARKETER);
    try (Workspace workspace = Workspace.create(root, settings);
        Lakehouse lake =
            Lakehouse.open(
                workspace,
                LakehouseParts.of(
                    List.of(), List.of(new GovernanceSchema(), new IdentitySchema())))) {
      AuditLog audit = new LocalAuditLog(lake);
      Stewardship stewardship = new LakeStewardship(lake, workspace, audit, workspace.clock());
      IdentityRules strict = IdentityRules.DEFAULT.with(new MatchThresholds(0.97, 0.4));
      WorkspaceSettings before = workspace.settings();
      Path file = root.resolve("settings.json");
      Path aside = Files.move(file, root.resolve("settings.json.kept"));
      Path inTheWay = Files.createDirectories(file.resolve("taken"));
      assertThatThrownBy(() -> stewardship.changeRules(strict, maya));
      assertThat(audit.latest("identity rules", 5)).isEmpty();
      assertThat(workspace.settings()).isEqualTo(before);
      Files.delete(inTheWay);
      Files.delete(file);
      Files.move(aside, file);
      stewardship.changeRules(strict, maya);
      assertThat(audit.latest("identity rules", 5)).hasSize(1);
      assertThat(stewardship.rulesBefore()).contains(IdentityRules.DEFAULT);

      IdentityRules careful =
          strict.with(
              Protections.DEFAULT
                  .withLimit(IdentifierKind.EMAIL, Optional.of(5))
                  .block(IdentifierKind.PHONE, "+441614960000"));
      workspace.change(now -> now.withTheme("dark"));
      stewardship.changeRules(careful, maya);
      assertThat(stewardship.rules()).isEqualTo(careful);
      assertThat(audit.latest("identity rules", 1).getFirst().json())
          .contains("\"identity.limit\":[\"\",\"email=5\"]")
          .doesNotContain("identity.merge-from");

      stewardship.changeRules(stewardship.rulesBefore().orElseThrow(), maya);
      assertThat(stewardship.rules()).isEqualTo(strict);
      assertThat(stewardship.rulesBefore()).contains(careful);
      assertThat(workspace.settings().theme()).isEqualTo("dark");
      assertThat(workspace.settings().more()).doesNotContainKey("identity.blocked");
      assertThat(MatchThresholds.of(workspace.settings().more()).mergeFrom()).isEqualTo(0.97);
    }
  }
}

package io.customer360.engine;

import io.customer360.assistant.Assistant;
import io.customer360.assistant.center.AssistantSchema;
import io.customer360.assistant.center.CommandCenter;
import io.customer360.assistant.llm.LocalModels;
import io.customer360.assistant.llm.Ollama;
import io.customer360.assistant.llm.OllamaAddress;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.decision.DecisionDesk;
import io.customer360.decision.Decisions;
import io.customer360.decision.Outcomes;
import io.customer360.governance.AuditLog;
import io.customer360.governance.Person;
import io.customer360.governance.PersonId;
import io.customer360.governance.Role;
import io.customer360.governance.StopSwitch;
import io.customer360.identity.Identities;
import io.customer360.identity.IdentitySchema;
import io.customer360.identity.LakeIdentities;
import io.customer360.identity.LakeReviews;
import io.customer360.identity.LakeStewardship;
import io.customer360.identity.Stewardship;
import io.customer360.identity.household.HouseholdStep;
import io.customer360.identity.household.Households;
import io.customer360.identity.household.LakeHouseholds;
import io.customer360.identity.resolve.IdentityStep;
import io.customer360.identity.review.Reviews;
import io.customer360.ingest.Ingest;
import io.customer360.ingest.IngestSchema;
import io.customer360.insight.InsightSchema;
import io.customer360.insight.Insights;
import io.customer360.insight.LakeInsights;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.PipelineStep;
import io.customer360.lakehouse.PipelineUse;
import io.customer360.lakehouse.RefreshReport;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.lakehouse.SchemaContribution;
import io.customer360.model.LakeModels;
import io.customer360.model.Models;
import io.customer360.model.ScoreStep;
import io.customer360.outbox.Outbox;
import io.customer360.profile.LakeProfiles;
import io.customer360.profile.Profiles;
import io.customer360.profile.share.FolderPersonas;
import io.customer360.profile.share.Personas;
import io.customer360.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One open workspace with every part wired. Closing it closes the workspace. Safe from any thread.
public final class Engine implements AutoCloseable {
  private final Workspace workspace;
  private final Lakehouse lakehouse;
  private final Ingest ingest;
  private final Identities identities;
  private final Profiles profiles;
  private final Models models;
  private final DecisionDesk desk;
  private final Stewardship stewardship;
  private final Reviews reviews;
  private final Assistant assistant;
  private final Insights insights;

  private Engine(Workspace workspace, Lakehouse lakehouse) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
    this.ingest = Ingest.open(workspace, lakehouse);
    this.identities = new LakeIdentities(lakehouse);
    this.profiles = new LakeProfiles(lakehouse, workspace.settings().zoneId());
    this.models = new LakeModels(workspace, lakehouse);
    Clock clock = DecisionDesk.clock(lakehouse, workspace);
    this.desk = DecisionDesk.open(lakehouse, workspace, clock);
    this.reviews = new LakeReviews(lakehouse, workspace);
    this.stewardship = new LakeStewardship(lakehouse, workspace, desk.audit(), clock);
    String currency = workspace.settings().currency();
    SemanticLayer layer = SemanticLayer.bundled();
    this.assistant =
        new CommandCenter(
            lakehouse, layer, localModels(layer), currency, workspace.settings().zoneId(), clock);
    this.insights = new LakeInsights(lakehouse, currency, workspace.settings().zoneId(), clock);
  }

  /// Models of Ollama on this computer; `OLLAMA_HOST` may name another port.
  private static LocalModels localModels(SemanticLayer layer) {
    OllamaAddress address = OllamaAddress.of(System.getenv("OLLAMA_HOST"));
    return new Ollama(
        address.uri(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        layer);
  }

  /// Wires an open workspace. The engine owns it from here on, also when this fails.
  public static Engine open(Workspace workspace, EngineExtras extras) {
    try {
      List<PipelineStep> steps =
          new ArrayList<>(
              List.of(
                  new IdentityStep(workspace),
                  new HouseholdStep(),
                  new ScoreStep(workspace.models())));
      steps.addAll(extras.steps());
      List<SchemaContribution> schemas =
          new ArrayList<>(
              List.of(
                  new IngestSchema(),
                  new IdentitySchema(),
                  new AssistantSchema(),
                  new InsightSchema()));
      schemas.addAll(DecisionDesk.schemas());
      schemas.addAll(extras.schemas());
      Lakehouse lakehouse = Lakehouse.open(workspace, new LakehouseParts(steps, schemas, uses()));
      try {
        return new Engine(workspace, lakehouse);
      } catch (RuntimeException e) {
        lakehouse.close();
        throw e;
      }
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  /// The right edge of the lineage: where tables meet a person or an agent.
  private static List<PipelineUse> uses() {
    return List.of(
        new PipelineUse(
            "Profiles",
            "The 360 profile and the unified context",
            Set.of("gold.customer", "gold.timeline", "gold.consent", "gold.golden_field")),
        new PipelineUse(
            "Decisions",
            "What the agents propose",
            Set.of("gold.customer", "gold.score", "gold.consent", "gold.timeline")),
        new PipelineUse(
            "Questions and insights",
            "The Command Center",
            Set.of("gold.customer", "gold.score", "gold.orders", "gold.engagement")));
  }

  public Workspace workspace() {
    return workspace;
  }

  public Lakehouse lakehouse() {
    return lakehouse;
  }

  public Ingest ingest() {
    return ingest;
  }

  public Identities identities() {
    return identities;
  }

  public Stewardship stewardship() {
    return stewardship;
  }

  public Reviews reviews() {
    return reviews;
  }

  public Households households() {
    return new LakeHouseholds(lakehouse);
  }

  public Profiles profiles() {
    return profiles;
  }

  public Personas personas() {
    return new FolderPersonas(workspace.personas(), profiles, desk.decisions(), workspace.clock());
  }

  public Models models() {
    return models;
  }

  public Decisions decisions() {
    return desk.decisions();
  }

  public Assistant assistant() {
    return assistant;
  }

  public Insights insights() {
    return insights;
  }

  public Outcomes outcomes() {
    return desk.outcomes();
  }

  public Outbox outbox() {
    return desk.outbox();
  }

  public AuditLog audit() {
    return desk.audit();
  }

  public StopSwitch stopSwitch() {
    return desk.stop();
  }

  /// Who works here, with the role the workspace's settings give him; see [Role#of].
  public Person person() {
    String name = workspace.settings().person().strip();
    String shown = name.isEmpty() ? System.getProperty("user.name", "me") : name;
    String id = PersonId.of(shown);
    return new Person(id, shown, Role.of(id, workspace.settings().more()));
  }

  /// Judges again what was landed under other contracts, brings the lake up to date, then looks for
  /// what matters in it.
  ///
  /// @throws io.customer360.fault.WorkbenchException where rows that were imported are gone
  public RefreshReport refresh(RefreshRequest request, Progress progress) {
    ingest.mustBeWhole();
    ingest.checkAgain(progress.part(0, 0.02));
    RefreshReport report = lakehouse.refresh(request, progress.part(0.02, 0.9));
    if (report.built() > 0) {
      insights.refresh(progress.part(0.9, 1));
    }
    return report;
  }

  @Override
  public void close() {
    profiles.close();
    lakehouse.close();
    workspace.close();
  }
}

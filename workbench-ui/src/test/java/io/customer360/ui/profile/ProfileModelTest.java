package io.customer360.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.engine.Engine;
import io.customer360.profile.TimelineEntry;
import io.customer360.profile.UnifiedContext;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Load;
import io.customer360.ui.testing.SmallWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The profile without a toolkit, over real customers.
class ProfileModelTest {
  private static final Instant SUMMER = Instant.parse("2026-08-21T00:00:00Z");

  private final Engine engine = SmallWorld.engine();
  private final ProfileModel model =
      new ProfileModel(
          engine.profiles(),
          engine.models(),
          engine.decisions(),
          () -> Map.of("loyal", "Loyal customers"),
          FxJobs.sameThread());

  @AfterEach
  void close() {
    model.close();
  }

  private String ngozi() {
    model.search("ngozi okafor");
    return model.people().get().value().people().getFirst().customerId();
  }

  @Test
  void aTypoFindsHer() {
    model.search("ngozi okafro");
    assertThat(model.people().get().value().people().getFirst().name()).isEqualTo("Ngozi Okafor");
  }

  @Test
  void nothingTypedOffersThoseWhoWaitForADecision() {
    model.find();
    assertThat(model.people().get().value().people()).isNotEmpty();
    assertThat(model.people().get().value().notes()).isNotEmpty();
  }

  @Test
  void openingReadsTheWholePerson() {
    model.open(ngozi(), List.of());
    ProfileModel.Opened opened = model.current().orElseThrow();
    assertThat(opened.profile().records()).hasSizeGreaterThan(5);
    assertThat(opened.reasons().get("churn").contributions()).isNotEmpty();
    assertThat(opened.segmentNames()).containsEntry("loyal", "Loyal customers");
    assertThat(model.timeline().get().value()).isNotEmpty();
    assertThat(model.action().get().value().decision().funnel().all()).isPositive();
  }

  @Test
  void anUnknownIdIsNobody() {
    model.open("C-999999", List.of());
    assertThat(model.opened().get()).isInstanceOf(Load.Ready.class);
    assertThat(model.current()).isEmpty();
  }

  @Test
  void previousAndNextFollowTheListHeWasPickedFrom() {
    model.open("C-000002", List.of("C-000001", "C-000002", "C-000003"));
    assertThat(model.move(1)).isTrue();
    assertThat(model.customer().get()).isEqualTo("C-000003");
    assertThat(model.move(1)).isFalse();
    model.move(-1);
    model.move(-1);
    assertThat(model.customer().get()).isEqualTo("C-000001");
    assertThat(model.move(-1)).isFalse();
  }

  @Test
  void aDayGoneByShowsNothingLater() {
    String id = ngozi();
    model.open(id, List.of());
    int all = model.timeline().get().value().size();
    model.lookBack(SUMMER);
    UnifiedContext then = model.past().get().value().orElseThrow();
    assertThat(then.asOf()).isBefore(SUMMER);
    assertThat(then.events()).isNotEmpty().allMatch(event -> event.at().isBefore(SUMMER));
    List<TimelineEntry> events = model.timeline().get().value();
    assertThat(events).isNotEmpty().hasSizeLessThan(all);
    assertThat(events).allMatch(event -> event.at().isBefore(SUMMER));
    model.lookBack(null);
    assertThat(model.timeline().get().value()).hasSize(all);
    assertThat(model.past().get()).isInstanceOf(Load.Idle.class);
  }

  @Test
  void aNarrowerFilterStaysNarrowOnADayGoneBy() {
    model.open(ngozi(), List.of());
    model.lookBack(SUMMER);
    Instant spring = Instant.parse("2026-05-01T00:00:00Z");
    model.filter(model.filter().get().between(null, spring));
    assertThat(model.timeline().get().value()).allMatch(event -> event.at().isBefore(spring));
  }

  @Test
  void beforeAnythingWasKnownThereIsNothing() {
    model.open(ngozi(), List.of());
    model.lookBack(Instant.parse("1999-01-01T00:00:00Z"));
    assertThat(model.past().get().value()).isEmpty();
  }

  @Test
  void theContextIsWrittenAsJson(@TempDir Path folder) throws Exception {
    model.open(ngozi(), List.of());
    List<Path> written = new ArrayList<>();
    model.export(folder.resolve("context.json"), written::add, fault -> {});
    assertThat(Files.readString(written.getFirst())).startsWith("{").contains("\"as_of\"");
  }
}

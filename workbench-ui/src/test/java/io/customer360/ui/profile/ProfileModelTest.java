package io.customer360.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.engine.Engine;
import io.customer360.identity.household.Household;
import io.customer360.profile.ScorePoint;
import io.customer360.profile.UnifiedContext;
import io.customer360.profile.compare.Comparison;
import io.customer360.profile.share.PersonaTrial;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Load;
import io.customer360.ui.testing.SmallWorld;
import io.customer360.ui.text.Formats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The profile without a toolkit, over real customers.
class ProfileModelTest {
  private static final Instant SUMMER = Instant.parse("2026-08-21T00:00:00Z");

  private final Engine engine = SmallWorld.engine();
  private final ProfileFaces faces =
      new ProfileFaces(
          engine.profiles(),
          engine.models(),
          engine.decisions(),
          engine.households(),
          engine.personas(),
          "sample",
          () -> Map.of("loyal", "Loyal customers"));
  private final ProfileModel model = new ProfileModel(faces, FxJobs.sameThread());

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
  void theYearIsToldInStagesAndScores() {
    model.open(ngozi(), List.of());
    Course course = model.current().orElseThrow().course();
    assertThat(course.stages().getLast().stage().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .isEqualTo(model.current().orElseThrow().profile().header().lifecycle());
    List<ScorePoint> churn = course.of("churn");
    assertThat(churn).hasSize(7).isSortedAccordingTo(Comparator.comparing(ScorePoint::at));
    assertThat(churn.getLast().score())
        .isEqualTo(model.current().orElseThrow().profile().stats().churnRisk());
  }

  @Test
  void herHouseholdIsOfferedForComparison() {
    model.open(ngozi(), List.of());
    ProfileModel.Opened opened = model.current().orElseThrow();
    try (CompareModel compare =
        new CompareModel(faces, ZoneId.of("Europe/London"), FxJobs.sameThread())) {
      compare.start(opened);
      assertThat(compare.people().get().value().ids())
          .doesNotContain(opened.customerId())
          .containsAll(
              opened.household().orElseThrow().members().stream()
                  .map(Household.Member::customerId)
                  .filter(id -> !id.equals(opened.customerId()))
                  .toList());
      compare.choose(compare.people().get().value().ids().getFirst());
      Comparison two = compare.comparison().get().value().orElseThrow();
      assertThat(two.ties()).isNotEmpty();
      assertThat(two.differences()).isPositive();
      compare.search("braithwaite");
      assertThat(compare.people().get().value().people()).isNotEmpty();
    }
  }

  @Test
  void theContextIsWrittenAsJson(@TempDir Path folder) throws Exception {
    ProfileExport export = export();
    String plain = Files.readString(export.writeJson(ngozi(), false, folder.resolve("a.json")));
    assertThat(plain).startsWith("{").contains("\"as_of\"").contains("Ngozi Okafor");
    String masked = Files.readString(export.writeJson(ngozi(), true, folder.resolve("b.json")));
    assertThat(masked).contains("N••• O•••").doesNotContain("Ngozi").doesNotContain("Okafor");
  }

  @Test
  void aPageOfHerCanBeHandedOver(@TempDir Path folder) throws Exception {
    Path plain = export().writePdf(ngozi(), false, folder.resolve("a.pdf"));
    assertThat(text(plain)).contains("Ngozi Okafor", "Churn risk, 90 days", "Consents", "1 of");
    Path masked = export().writePdf(ngozi(), true, folder.resolve("b.pdf"));
    assertThat(text(masked)).contains("N••• O•••").doesNotContain("Ngozi").doesNotContain("Okafor");
  }

  @Test
  void nobodyIsWrittenForAnUnknownId(@TempDir Path folder) {
    Path file = folder.resolve("a.pdf");
    assertThatThrownBy(() -> export().writePdf("C-999999", false, file))
        .hasMessageContaining("C-999999");
    assertThat(folder).isEmptyDirectory();
  }

  private ProfileExport export() {
    return new ProfileExport(
        faces, Formats.british("GBP", "Europe/London", engine.lakehouse().asOf()), "sample");
  }

  private static String text(Path file) throws Exception {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void aPersonaIsDecidedUnderThePoliciesOfTheMoment() throws Exception {
    PersonaModel personas = new PersonaModel(faces, FxJobs.sameThread());
    personas.decide();
    assertThat(personas.trial().get()).isInstanceOf(Load.Idle.class);
    personas.save(ngozi(), "Quiet gold family", saved -> {}, fault -> {});
    personas.decide();
    PersonaTrial before = personas.trial().get().value();
    assertThat(before.now().options()).isNotEmpty();
    assertThat(before.differences()).isEmpty();
    assertThat(before.now().customerName()).isEqualTo("Quiet gold family");
    Path policy = engine.workspace().policies().resolve("product.yaml");
    Files.writeString(policy, "rules: [");
    try {
      personas.decide();
      assertThat(personas.trial().get()).isInstanceOf(Load.Failed.class);
    } finally {
      Files.delete(policy);
    }
    personas.decide();
    assertThat(personas.trial().get().value().now()).isEqualTo(before.now());
    personas.delete("Quiet gold family", fault -> {});
    assertThat(personas.trial().get()).isInstanceOf(Load.Idle.class);
  }
}

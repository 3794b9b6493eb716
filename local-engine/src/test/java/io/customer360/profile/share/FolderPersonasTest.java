package io.customer360.profile.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.profile.ConsentMatrix;
import io.customer360.profile.Profile;
import io.customer360.profile.ProfileHeader;
import io.customer360.profile.ProfileStats;
import io.customer360.profile.Profiles;
import io.customer360.profile.SegmentSince;
import io.customer360.profile.TimelineDomain;
import io.customer360.profile.TimelineEntry;
import io.customer360.profile.Tone;
import io.customer360.profile.Trust;
import io.customer360.profile.UnifiedContext;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPersonasTest {
  private static final Instant TODAY = Instant.parse("2026-11-20T09:40:00Z");

  @TempDir private Path folder;
  private FolderPersonas personas;

  @BeforeEach
  void one() {
    personas =
        new FolderPersonas(folder.resolve("personas"), profiles(), InstantSource.fixed(TODAY));
  }

  private static Profiles profiles() {
    return (Profiles)
        Proxy.newProxyInstance(
            Profiles.class.getClassLoader(),
            new Class<?>[] {Profiles.class},
            (proxy, method, arguments) -> {
              boolean known = "C-000001".equals(arguments[0]);
              return switch (method.getName()) {
                case "context" -> known ? Optional.of(context()) : Optional.empty();
                case "profile" -> known ? Optional.of(profile()) : Optional.empty();
                default -> throw new UnsupportedOperationException(method.getName());
              };
            });
  }

  private static UnifiedContext context() {
    TimelineEntry late =
        new TimelineEntry(
            TODAY,
            TimelineDomain.DELIVERY,
            "late",
            null,
            "AP-89677 arrived late",
            "مريم was not at home 🙂",
            new BigDecimal("12.50"),
            "AP-89677",
            Tone.BAD,
            "crm.csv",
            4L);
    return new UnifiedContext(
        "C-000001",
        TODAY,
        new UnifiedContext.Person(
            "مريم Okafor", "مريم", "Leeds", "GB", "Europe/London", true, true, false, null),
        new UnifiedContext.Statistics(
            "active",
            "high",
            "Gold",
            12L,
            null,
            null,
            3,
            2,
            new BigDecimal("10.00"),
            new BigDecimal("5.00"),
            new BigDecimal("4.00"),
            new BigDecimal("2.00"),
            null,
            TODAY,
            4,
            19.5,
            "web",
            null,
            1,
            0,
            null,
            null),
        List.of(late, late),
        List.of(new UnifiedContext.Score("churn", 0.33, 0.2, 0.5, 0.6, "v1", TODAY)),
        List.of(),
        List.of(new SegmentSince("loyal", LocalDate.of(2026, 11, 2))),
        new Trust(0.9, 0.95, 0.98, 0.99, 1));
  }

  private static Profile profile() {
    return new Profile(
        new ProfileHeader(
            "C-000001",
            "مريم Okafor",
            "مO",
            "m@example.net",
            null,
            "Leeds",
            "GB",
            null,
            null,
            null,
            null,
            null,
            1,
            1),
        new ProfileStats(
            null, null, null, BigDecimal.ZERO, BigDecimal.ZERO, null, null, null, null),
        new Trust(1, 1, 1, 1, 1),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new ConsentMatrix(List.of(), List.of(), List.of(), 1),
        List.of(),
        List.of(),
        TODAY);
  }

  @Test
  void nothingOfThePersonIsLeft() throws Exception {
    personas.save("C-000001", "Quiet gold family");
    String text = Files.readString(folder.resolve("personas/quiet-gold-family.json"));
    assertThat(text)
        .contains("Quiet gold family", "P-quiet-gold-family", "ref 1 arrived late", "🙂")
        .doesNotContain("مريم", "Okafor", "C-000001", "Leeds", "AP-89677", "crm.csv");
  }

  @Test
  void whatIsOpenedIsWhatWasSaved() {
    Persona saved = personas.save("C-000001", "عائلة هادئة 🙂");
    assertThat(personas.names()).containsExactly("عائلة هادئة 🙂");
    assertThat(personas.open("عائلة هادئة 🙂")).isEqualTo(saved);
    assertThat(saved.context().statistics()).isEqualTo(context().statistics());
    assertThat(saved.context().scores()).isEqualTo(context().scores());
    personas.delete("عائلة هادئة 🙂");
    assertThat(personas.names()).isEmpty();
  }

  @Test
  void wrongUseIsToldAndChangesNothing() throws Exception {
    personas.save("C-000001", "Quiet");
    assertThatThrownBy(() -> personas.save("C-000001", "quiet!")).hasMessageContaining("already");
    assertThatThrownBy(() -> personas.save("C-000002", "Other")).hasMessageContaining("C-000002");
    assertThatThrownBy(() -> personas.save("C-000001", "🙂")).hasMessageContaining("letters");
    assertThatThrownBy(() -> personas.open("nobody")).hasMessageContaining("no persona");
    assertThatThrownBy(() -> personas.delete("nobody")).hasMessageContaining("no persona");
    assertThat(personas.names()).containsExactly("Quiet");
  }

  @Test
  void aDamagedFileNamesFieldAndWay() throws Exception {
    personas.save("C-000001", "Quiet");
    Path file = folder.resolve("personas/quiet.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"as_of\"", "\"asof\""));
    assertThatThrownBy(() -> personas.open("Quiet"))
        .hasMessageContaining("personas/quiet.json")
        .hasMessageContaining("as_of")
        .hasMessageContaining("Save the persona again");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> personas.open("Quiet")).hasMessageContaining("not JSON");
    assertThat(personas.names()).containsExactly("quiet");
  }
}

package io.customer360.profile.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.decision.Decisions;
import io.customer360.decision.action.Catalogue;
import io.customer360.decision.arbitration.BlockedOption;
import io.customer360.decision.arbitration.Decider;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.decision.arbitration.DecisionJson;
import io.customer360.decision.arbitration.Inputs;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.decision.policy.Policies;
import io.customer360.profile.Profile;
import io.customer360.profile.ProfileHeader;
import io.customer360.profile.ProfileStats;
import io.customer360.profile.Profiles;
import io.customer360.profile.SegmentSince;
import io.customer360.profile.Trust;
import io.customer360.profile.UnifiedContext;
import io.customer360.profile.consent.ConsentMatrix;
import io.customer360.profile.timeline.TimelineDomain;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.Tone;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        new FolderPersonas(
            folder.resolve("personas"), profiles(), decisions(), InstantSource.fixed(TODAY));
  }

  /// The real deciding, of a customer who bears the same names as the profile's.
  private static Decisions decisions() {
    Decider decider = new Decider(Catalogue.defaults(), Policies.defaults());
    return (Decisions)
        Proxy.newProxyInstance(
            Decisions.class.getClassLoader(),
            new Class<?>[] {Decisions.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "input" -> Inputs.input(facts());
                  case "decide" -> decider.decide((DecisionInput) arguments[0]);
                  default -> throw new AssertionError("called unexpectedly: " + method.getName());
                });
  }

  private static Map<String, Object> facts() {
    Map<String, Object> facts = Inputs.ngozi();
    facts.put("customer_id", "C-000001");
    facts.put("full_name", "مريم Okafor");
    facts.put("first_name", "مريم");
    facts.put("last_name", "Okafor");
    facts.put("email", "m@example.net");
    facts.put("city", "Leeds");
    facts.put("loyalty_id", "L-555123");
    facts.put("last_order_id", "AP-90001");
    facts.put("last_late_order", "AP-89677");
    return facts;
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
                default -> throw new AssertionError("called unexpectedly: " + method.getName());
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
        .doesNotContain("مريم", "Okafor", "C-000001", "Leeds", "AP-89677", "crm.csv")
        .doesNotContain("C-004711", "example.net", "+44113", "Mill Lane", "L-555123", "AP-90001");
  }

  @Test
  void whatIsDecidedForAPersonaIsWhatIsDecidedForTheCustomer() {
    Decision his = decisions().decide(decisions().input("C-000001"));
    PersonaDecision kept =
        Objects.requireNonNull(personas.save("C-000001", "Quiet gold family").decided());
    assertThat(his.options()).isNotEmpty();
    assertThat(kept.decision().options())
        .extracting(RankedOption::actionId, RankedOption::priority)
        .isEqualTo(his.options().stream().map(o -> tuple(o.actionId(), o.priority())).toList());
    assertThat(kept.decision().blocked())
        .extracting(BlockedOption::actionId, BlockedOption::rule)
        .isEqualTo(his.blocked().stream().map(o -> tuple(o.actionId(), o.rule())).toList());
    assertThat(kept.decision().customerName()).isEqualTo("Quiet gold family");
    assertThat(personas.decide("Quiet gold family").differences()).isEmpty();
    assertThat(personas.decide("Quiet gold family").changedTexts()).isEmpty();
  }

  @Test
  void aPersonaOfTheFirstFormatIsReadAndSaysWhatItCannot() throws Exception {
    personas.save("C-000001", "Quiet");
    Path file = folder.resolve("personas/quiet.json");
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
    root.put("format", 1);
    root.remove(List.of("input", "decision"));
    Files.writeString(file, root.toString());
    assertThat(personas.open("Quiet").decided()).isNull();
    assertThat(personas.open("Quiet").context().statistics()).isEqualTo(context().statistics());
    assertThatThrownBy(() -> personas.decide("Quiet"))
        .hasMessageContaining("Quiet was saved without")
        .hasMessageContaining("save it again");
    root.put("format", 3);
    Files.writeString(file, root.toString());
    assertThatThrownBy(() -> personas.open("Quiet")).hasMessageContaining("field format");
  }

  @Test
  void whatIsOpenedIsWhatWasSaved() {
    Persona saved = personas.save("C-000001", "عائلة هادئة 🙂");
    assertThat(personas.names()).containsExactly("عائلة هادئة 🙂");
    Persona opened = personas.open("عائلة هادئة 🙂");
    assertThat(opened.context()).isEqualTo(saved.context());
    assertThat(opened.savedAt()).isEqualTo(saved.savedAt());
    PersonaDecision kept = Objects.requireNonNull(opened.decided());
    PersonaDecision was = Objects.requireNonNull(saved.decided());
    assertThat(DecisionJson.write(kept.input())).isEqualTo(DecisionJson.write(was.input()));
    assertThat(DecisionJson.write(kept.decision())).isEqualTo(DecisionJson.write(was.decision()));
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
    assertThatThrownBy(() -> personas.open("nobody"))
        .hasMessage("There is no persona nobody. There are: Quiet.");
    assertThatThrownBy(() -> personas.decide("nobody")).hasMessageContaining("There are: Quiet.");
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
    Files.writeString(file, text.replace("\"switches\"", "\"swithces\""));
    assertThatThrownBy(() -> personas.decide("Quiet"))
        .hasMessageContaining("personas/quiet.json")
        .hasMessageContaining("switches");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> personas.open("Quiet")).hasMessageContaining("not JSON");
    assertThat(personas.names()).containsExactly("quiet");
  }
}

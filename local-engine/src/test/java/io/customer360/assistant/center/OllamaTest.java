package io.customer360.assistant.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.assistant.Answer;
import io.customer360.assistant.AskOptions;
import io.customer360.assistant.ModelServer;
import io.customer360.assistant.llm.FakeOllama;
import io.customer360.assistant.llm.FakeOllama.Turn;
import io.customer360.assistant.llm.Ollama;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.job.JobHandle;
import io.customer360.job.JobRunner;
import io.customer360.job.Progress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OllamaTest {
  private static final String QUESTION = "How many loyal customers are at risk?";
  private static final Turn COUNT =
      new Turn.Call("count_customers", "{\"customers\":\"loyal customers at risk\"}");

  private final SemanticLayer layer = SemanticLayer.bundled();
  private final HandMadeLake lake = new HandMadeLake();

  @AfterAll
  void close() throws Exception {
    lake.close();
  }

  private CommandCenter center(URI url, Duration patience) {
    return new CommandCenter(
        lake.lakehouse(),
        layer,
        new Ollama(url, Duration.ofSeconds(10), patience, patience, layer),
        "GBP",
        ZoneId.of("Europe/London"),
        Clock.fixed(HandMadeLake.TODAY, ZoneOffset.UTC));
  }

  private static AskOptions with(String model) {
    return AskOptions.plain().withModel(model);
  }

  private Answer builtIn() {
    return center(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(1))
        .ask(QUESTION, AskOptions.plain(), Progress.NONE);
  }

  @Test
  void theModelChoosesTheToolAndWordsTheResult() throws Exception {
    Answer expected = builtIn();
    String number = Objects.requireNonNull(expected.headline()).text();
    try (FakeOllama fake =
        new FakeOllama(
            COUNT,
            new Turn.Text(
                List.of(
                    number, " loyal customers ", "are at risk. ", "They are Gold or Silver.")))) {
      List<String> streamed = new ArrayList<>();
      Answer answer =
          center(fake.url(), Duration.ofSeconds(20))
              .ask(QUESTION, with("planner:8b").narrating(streamed::add), Progress.NONE);
      assertThat(answer.planner().note()).isEmpty();
      assertThat(answer.planner().model()).isEqualTo("planner:8b");
      assertThat(answer.planner().digest()).isEqualTo("bbb222");
      assertThat(answer.headline()).isEqualTo(expected.headline());
      assertThat(answer.sentence())
          .isEqualTo(number + " loyal customers are at risk. They are Gold or Silver.");
      assertThat(streamed).hasSize(2);
      assertThat(fake.prompts().getFirst()).contains("count_customers").contains("<data>");
    }
  }

  @Test
  void anInventedNumberIsNotPassedOn() throws Exception {
    try (FakeOllama fake =
        new FakeOllama(COUNT, new Turn.Text(List.of("About 987,654 customers are at risk.")))) {
      List<String> streamed = new ArrayList<>();
      Answer answer =
          center(fake.url(), Duration.ofSeconds(20))
              .ask(QUESTION, with("planner:8b").narrating(streamed::add), Progress.NONE);
      assertThat(answer.sentence()).isEqualTo(builtIn().sentence());
      assertThat(answer.planner().note()).contains("987,654 is in no result");
      assertThat(streamed).isEmpty();
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new Turn.CutBeforeDone(), "broke off"),
        Arguments.of(new Turn.Stall(), "stopped answering"),
        Arguments.of(new Turn.SlowFirstByte(), "stopped answering"),
        Arguments.of(new Turn.MalformedLine(), "unreadable"),
        Arguments.of(new Turn.ErrorLine(), "failed"),
        Arguments.of(new Turn.Status(500, "boom"), "(500)"),
        Arguments.of(new Turn.Status(404, "model 'planner:8b' not found"), "not installed"),
        Arguments.of(
            new Turn.TwoCalls("count_customers", "{\"customers\":\"customers\"}"), "several tools"),
        Arguments.of(new Turn.Call("drop_table", "{}"), "does not exist"),
        Arguments.of(
            new Turn.Call("breakdown", "{\"measure\":\"secrets\",\"dimension\":\"tier\"}"),
            "does not exist"),
        Arguments.of(
            new Turn.Call("count_customers", "{\"customers\":\"employees\"}"), "does not know"),
        Arguments.of(new Turn.Text(List.of("42")), "chose no tool"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void onAnyFaultTheBuiltInPlannerAnswers(Turn fault, String why) throws Exception {
    boolean slow = fault instanceof Turn.Stall || fault instanceof Turn.SlowFirstByte;
    try (FakeOllama fake = new FakeOllama(fault)) {
      Answer answer =
          center(fake.url(), slow ? Duration.ofMillis(300) : Duration.ofSeconds(20))
              .ask(QUESTION, with("planner:8b"), Progress.NONE);
      assertThat(answer.planner().note()).contains(why).endsWith("the built-in planner answered.");
      assertThat(answer.planner().model()).isNull();
      assertThat(answer.headline()).isEqualTo(builtIn().headline());
    }
  }

  @Test
  void cancellingEndsAStalledModelAtOnce() throws Exception {
    try (FakeOllama fake = new FakeOllama(new Turn.Stall());
        JobRunner jobs = new JobRunner()) {
      CommandCenter center = center(fake.url(), Duration.ofMinutes(5));
      JobHandle<Answer> job = jobs.submit("Ask", p -> center.ask(QUESTION, with("planner:8b"), p));
      fake.awaitStall();
      job.cancel();
      assertThatThrownBy(() -> job.result().get(20, TimeUnit.SECONDS))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void tellsWhatIsInstalledAndWhoCanCallTools() throws Exception {
    try (FakeOllama fake = new FakeOllama()) {
      CommandCenter center = center(fake.url(), Duration.ofSeconds(5));
      ModelServer server = center.modelServer();
      assertThat(server.version()).isEqualTo("0.12.3");
      assertThat(server.models()).extracting("name").containsExactly("planner:8b", "tiny:1b");
      assertThat(server.models().getFirst().contextTokens()).isEqualTo(40_960);
      assertThat(center.ask(QUESTION, with("tiny:1b"), Progress.NONE).planner().note())
          .contains("cannot call tools");
      assertThat(center.ask(QUESTION, with("absent:9b"), Progress.NONE).planner().note())
          .contains("not installed");
    }
    CommandCenter alone = center(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(1));
    assertThat(alone.modelServer().reachable()).isFalse();
    assertThat(alone.ask(QUESTION, with("planner:8b"), Progress.NONE).planner().note())
        .contains("Ollama does not answer");
  }
}

package io.customer360.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
  static Stream<String> commands() {
    List<String> names = new ArrayList<>();
    collect(Root.commandLine(), "", names);
    return names.stream();
  }

  private static void collect(CommandLine line, String path, List<String> names) {
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              names.add(path + name);
              collect(sub, path + name + " ", names);
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItselfWithAnExample(String command) {
    Terminal.Result result = Terminal.run((command + " --help").split(" "));
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Usage: workbench " + command).contains("Example");
    assertThat(result.out()).contains("workbench " + command.split(" ")[0]);
  }

  @Test
  void theFixedNamesAreThere() {
    assertThat(Root.commandLine().getSubcommands().keySet())
        .contains(
            "init",
            "import",
            "refresh",
            "status",
            "sql",
            "profile",
            "ask",
            "decide",
            "decisions",
            "sync",
            "audit",
            "demo",
            "screenshots",
            "evaluate",
            "doctor");
  }

  @Test
  void printsNameAndVersion() {
    Terminal.Result result = Terminal.run("--version");
    assertThat(result.code()).isZero();
    assertThat(result.out().strip()).matches("Customer360 Workbench \\d+\\.\\d+\\.\\d+.*");
  }
}

package io.customer360.app.command;

import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.assistant.Answer;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AskOptions;
import io.customer360.assistant.Chip;
import io.customer360.assistant.UnknownSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench ask "..."`.
@Command(
    name = "ask",
    description =
        "Answer a question as the Command Center does; without a network, without a model.",
    footer = {
      "",
      "Example:",
      "  workbench ask \"which loyal customers are at risk, and what is at stake\"",
      "  workbench ask \"revenue by channel last quarter against the one before\" --json",
      "",
      "Exit code 2 when the question was not understood."
    })
final class AskCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "The question.")
  private List<String> words = List.of();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Let this local Ollama model plan and narrate.")
  private @Nullable String model;

  @Option(names = "--rows", paramLabel = "N", description = "Rows to print (default 10).")
  private int rows = 10;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          AskOptions options = AskOptions.plain().withModel(model).withRows(rows);
          Answer answer = engine.assistant().ask(String.join(" ", words), options, progress);
          Output out = output();
          if (out.json()) {
            out.document(answer);
          } else {
            show(out, answer);
          }
          return answer.understood() ? 0 : 2;
        });
  }

  private static void show(Output out, Answer answer) {
    if (!answer.understood()) {
      String unknown =
          answer.understanding().unknown().stream()
              .map(UnknownSpan::text)
              .collect(Collectors.joining(", "));
      out.line("%s", answer.sentence());
      if (!unknown.isEmpty()) {
        out.line("Not understood: %s", unknown);
      }
      answer.understanding().near().forEach(near -> out.line("  ask instead: %s", near));
      return;
    }
    out.line(
        "Understood: %s",
        answer.understanding().chips().stream()
            .map(AskCommand::chip)
            .collect(Collectors.joining("; ")));
    if (answer.headline() != null) {
      out.line(
          "%s %s%s", answer.headline().text(), answer.headline().words(), answer.headline().rest());
    }
    if (!answer.sentence().isBlank()) {
      out.line("%s", answer.sentence());
    }
    if (answer.stake() != null) {
      out.line(
          "%s %s %s",
          answer.stake().money().text(),
          answer.stake().money().kind(),
          answer.stake().changeWords());
    }
    out.line("Confidence: %s", answer.confidence().words());
    answer.lines().forEach(line -> out.line("  %s", line));
    AnswerTable table = answer.table();
    if (!table.rows().isEmpty()) {
      out.table(
          table.columns().stream()
              .map(c -> c.unit().isEmpty() ? c.title() : c.title() + ", " + c.unit())
              .toList(),
          table.rows().stream().map(row -> new ArrayList<Object>(row.texts())).toList());
      out.line(
          "%s",
          (table.rows().size() < table.total()
                  ? "%,d of %,d rows. ".formatted(table.rows().size(), table.total())
                  : "")
              + table.caption());
    }
    if (answer.next() != null) {
      out.line("Next: %s. %s", answer.next().title(), answer.next().words());
    }
    out.line("");
    out.line("%s", answer.evidence().query().strip());
    out.line(
        "-- %s, %d ms, snapshot %s",
        answer.planner().words(), answer.millis(), answer.evidence().snapshot());
  }

  private static String chip(Chip chip) {
    return chip.label().isEmpty() ? chip.words() : chip.label() + " = " + chip.words();
  }
}

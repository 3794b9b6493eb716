package io.customer360.app.command;

import io.customer360.app.Places;
import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.doctor.Examination;
import io.customer360.app.doctor.Finding;
import io.customer360.assistant.llm.OllamaAddress;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `workbench doctor`.
@Command(
    name = "doctor",
    description = {
      "Check JDK, memory, disk, database, fonts, toolkit, Ollama and the files of the workspace;",
      "say what to do."
    },
    footer = {"", "Example:", "  workbench doctor --json"})
final class DoctorCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    OllamaAddress address = OllamaAddress.of(System.getenv("OLLAMA_HOST"));
    List<Finding> findings = new Examination(Places.home(), workspaceFolder(), address).findings();
    boolean fine = findings.stream().noneMatch(f -> f.verdict() == Finding.Verdict.PROBLEM);
    Output out = output();
    if (out.json()) {
      out.document(Map.of("healthy", fine, "findings", findings));
    } else {
      for (Finding finding : findings) {
        String mark =
            switch (finding.verdict()) {
              case OK -> "ok     ";
              case NOTE -> "note   ";
              case PROBLEM -> "PROBLEM";
            };
        out.line("%s  %-15s %s", mark, finding.subject(), finding.fact());
        if (!finding.advice().isEmpty()) {
          out.line("%26s%s", "", finding.advice());
        }
      }
    }
    return fine ? 0 : 1;
  }
}

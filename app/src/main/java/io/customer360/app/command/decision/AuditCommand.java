package io.customer360.app.command.decision;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.governance.AuditLog;
import io.customer360.governance.VerifyReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `workbench audit verify|export`.
@Command(
    name = "audit",
    description = "The tamper-evident log: verify it, export it.",
    subcommands = {AuditCommand.Verify.class, AuditCommand.Export.class},
    footer = {"", "Example:", "  workbench audit verify", "  workbench audit export audit.jsonl"})
public final class AuditCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }

  /// `workbench audit verify [FILE]`.
  @Command(
      name = "verify",
      description = "Recompute the chain of the workspace, or of an exported file.",
      footer = {"", "Example:", "  workbench audit verify audit.jsonl --json"})
  static final class Verify extends WorkbenchCommand {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "An exported log.")
    private @Nullable Path file;

    @Override
    public Integer call() throws Exception {
      Path exported = file;
      if (exported != null) {
        return show(AuditLog.verifyFile(exported));
      }
      return withEngine((engine, progress) -> show(engine.audit().verify()));
    }

    private int show(VerifyReport report) {
      Output out = output();
      if (out.json()) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("entries", report.entries());
        document.put("verified", report.verified());
        document.put("head", report.head());
        if (!report.verified()) {
          document.put("kind", report.kind());
          document.put("seq", report.badSeq());
          document.put("reason", report.plain());
        }
        out.document(document);
      } else {
        out.line("%s", report.plain());
        out.line("%s entries, head %s", Text.whole(report.entries()), report.head());
      }
      return report.verified() ? 0 : 1;
    }
  }

  /// `workbench audit export FILE`.
  @Command(
      name = "export",
      description = "Write the log as JSON lines that verify without the workspace.",
      footer = {"", "Example:", "  workbench audit export audit.jsonl"})
  static final class Export extends WorkbenchCommand {
    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("audit.jsonl");

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            long entries = engine.audit().exportTo(file);
            Output out = output();
            if (out.json()) {
              out.document(Map.of("entries", entries, "file", file.toString()));
            } else {
              out.line("%s entries written to %s", Text.whole(entries), file);
            }
            return 0;
          });
    }
  }
}

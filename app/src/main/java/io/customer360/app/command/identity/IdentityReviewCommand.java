package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.identity.review.ReviewQueue;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench identity review`.
@Command(
    name = "review",
    description = "The pairs a person should look at, most informative first; or judge one.",
    footer = {
      "",
      "Example:",
      "  workbench identity review --limit 20",
      "  workbench identity review crm:CRM-20931 pos:POS-7F-1182 --verdict match"
    })
final class IdentityReviewCommand extends WorkbenchCommand {
  @Parameters(index = "0", arity = "0..1", paramLabel = "RECORD", description = "source:key")
  private @Nullable String left;

  @Parameters(index = "1", arity = "0..1", paramLabel = "RECORD", description = "source:key")
  private @Nullable String right;

  @Option(
      names = "--verdict",
      paramLabel = "WORD",
      description = "match, not or unsure: what the two records are.")
  private @Nullable String verdict;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept with it and in the audit.")
  private String reason = "";

  @Option(names = "--limit", paramLabel = "N", description = "How many pairs (default 20).")
  private int limit = 20;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Output out = output();
          if (left != null && right != null) {
            if (verdict == null) {
              IdentityPairText.print(out, engine.reviews().pair(left, right));
            } else {
              Judgement judgement =
                  engine
                      .stewardship()
                      .judge(left, right, Verdict.of(verdict), reason, engine.person());
              IdentityJudgementText.print(out, judgement);
              if (!out.json()) {
                ContradictionText.print(out, engine.reviews().queue(0).contradictions());
              }
            }
            return 0;
          }
          print(out, engine.reviews().queue(limit));
          return 0;
        });
  }

  private static void print(Output out, ReviewQueue queue) {
    if (out.json()) {
      out.document(queue);
      return;
    }
    out.line(
        "%s pairs wait, %s are judged", Text.whole(queue.waiting()), Text.whole(queue.judged()));
    if (queue.untellable() > 0) {
      out.line(
          "%s more are not asked: hardly more than a name is known, and it agrees",
          Text.whole(queue.untellable()));
    }
    ContradictionText.print(out, queue.contradictions());
    List<List<Object>> rows = new ArrayList<>();
    for (ReviewQueue.Task task : queue.tasks()) {
      rows.add(
          List.of(
              Text.decimal(task.probability(), 2),
              Text.decimal(task.gain(), 2),
              task.leftName(),
              task.rightName(),
              task.reason(),
              task.left(),
              task.right()));
    }
    out.table(
        List.of("probability", "gain", "one", "other", "why unclear", "record", "record"), rows);
  }
}

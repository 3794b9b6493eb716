package io.customer360.app.console;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line's one place where a failure becomes a plain line and an exit code.
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  public static int ofWork(Exception failure, CommandLine line, ParseResult parsed) {
    Throwable cause = failure;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case WorkbenchException known -> {
        if (known.kind() == Kind.INTERNAL || known.kind() == Kind.RESOURCE) {
          LOG.error("{} failed", line.getCommandName(), known);
        }
        System.err.println("workbench: " + known.plain() + " [" + known.code() + "]");
        yield known.kind() == Kind.USER || known.kind() == Kind.DATA ? 2 : 1;
      }
      case CancellationException cancelled -> {
        System.err.println("workbench: cancelled; what was complete by then stays.");
        yield 1;
      }
      default -> {
        LOG.error("{} failed", line.getCommandName(), cause);
        System.err.println(
            "workbench: "
                + line.getCommandName()
                + " failed: "
                + oneLine(cause)
                + " Details are in the log.");
        yield 1;
      }
    };
  }

  public static int ofUse(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    String hint = "";
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      hint = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }
    System.err.println(
        "workbench: "
            + oneLine(failure)
            + hint
            + " See: "
            + line.getCommandSpec().qualifiedName()
            + " --help");
    return 2;
  }

  private static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    String first = text.lines().findFirst().orElse(text).strip();
    return first.endsWith(".") ? first : first + ".";
  }
}

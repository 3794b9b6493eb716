package io.customer360.ui.job;

import io.customer360.fault.WorkbenchException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// A failure as a screen shows it: a code and one plain line. The stack trace is in the log.
public record Fault(String code, String plain) {
  public static Fault of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof WorkbenchException known
        ? new Fault(known.code(), known.plain())
        : new Fault("C360-UI-001", "This could not be done. Details are in the log.");
  }
}

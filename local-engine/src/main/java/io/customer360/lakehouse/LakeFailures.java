package io.customer360.lakehouse;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what the database says into what a person can use. The driver gives no SQL state, so the
/// beginning of the message decides.
final class LakeFailures {
  private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");

  private LakeFailures() {}

  /// The failure to throw for anything that work on a connection threw.
  static RuntimeException of(Throwable failure) {
    return switch (failure) {
      case WorkbenchException known -> known;
      case CancellationException cancelled -> cancelled;
      case SQLException sql -> of(sql);
      case RuntimeException unchecked -> unchecked;
      case IOException io ->
          WorkbenchException.resource(
              "C360-LAKE-009", "Reading or writing failed: " + io.getMessage(), io);
      case InterruptedException interrupted -> {
        Thread.currentThread().interrupt();
        yield cancelled(interrupted);
      }
      default ->
          WorkbenchException.internal(
              "C360-LAKE-010", "The lake's work failed: " + failure.getMessage(), failure);
    };
  }

  static CancellationException cancelled(Throwable cause) {
    CancellationException cancelled = new CancellationException();
    cancelled.initCause(cause);
    return cancelled;
  }

  static boolean interrupted(SQLException failure) {
    return message(failure).startsWith("INTERRUPT Error");
  }

  static RuntimeException of(SQLException failure) {
    String message = message(failure);
    String first = message.lines().findFirst().orElse("");
    if (message.startsWith("INTERRUPT Error")) {
      return cancelled(failure);
    }
    if (message.contains("Could not set lock on file")) {
      Matcher holder = HOLDER.matcher(message);
      String who = holder.find() ? "process " + holder.group(1) : "another program";
      return WorkbenchException.resource(
          "C360-LAKE-001",
          "The lake's file is open in " + who + ". Close that program, then try again.",
          failure);
    }
    if (message.startsWith("Out of Memory Error")) {
      return WorkbenchException.resource(
          "C360-LAKE-002",
          "Not enough memory or temporary disk space for this work. Free some disk space, or raise"
              + " the setting lake.memory, then do it again; what was complete by then stays.",
          failure);
    }
    if (message.contains("No space left on device")) {
      return WorkbenchException.resource(
          "C360-LAKE-003",
          "The disk is full. Free some space, then do it again; what was complete by then stays.",
          failure);
    }
    if (message.contains("not a valid DuckDB database file")
        || message.startsWith("Serialization Error")
        || message.contains("Corrupt")) {
      return new WorkbenchException(
          "C360-LAKE-004",
          Kind.DATA,
          "The lake's file lake.duckdb is damaged or from another version. Move it away and run"
              + " 'refresh --full': silver and gold are rebuilt from bronze.",
          failure);
    }
    if (message.startsWith("IO Error: No files found") || message.startsWith("IO Error: Cannot")) {
      return WorkbenchException.resource("C360-LAKE-005", after(first, "IO Error: "), failure);
    }
    if (message.contains("Conflict on update") || message.contains("write-write conflict")) {
      return WorkbenchException.resource(
          "C360-LAKE-006",
          "Another task changed the same rows at the same moment. Try again; what was complete by"
              + " then stays.",
          failure);
    }
    return WorkbenchException.internal(
        "C360-LAKE-007", "The lake could not do this: " + first, failure);
  }

  private static String after(String line, String prefix) {
    return line.startsWith(prefix) ? line.substring(prefix.length()) : line;
  }

  private static String message(SQLException failure) {
    String message = failure.getMessage();
    return message == null ? "" : message;
  }
}

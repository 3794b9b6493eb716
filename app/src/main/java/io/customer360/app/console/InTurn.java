package io.customer360.app.console;

import io.customer360.fault.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Does one thing after the other until one fails or cannot be done; those before it are done and
/// stay so, those behind it are not tried. A failure says all of this instead of promising that
/// nothing was changed.
///
/// @param <T> what is done something with
/// @param <R> what comes of it
public final class InTurn<T, R> {
  private static final String UNCHANGED = "Nothing was changed.";

  /// Does something with one of them; empty when a person did not want it after all.
  @FunctionalInterface
  public interface Work<T, R> {
    Optional<R> apply(T each);
  }

  private final List<String> names;
  private final List<R> results = new ArrayList<>();
  private @Nullable RuntimeException failure;

  private InTurn(List<String> names) {
    this.names = names;
  }

  /// @param names how to call each, in order
  public static <T, R> InTurn<T, R> over(List<T> all, List<String> names, Work<T, R> work) {
    InTurn<T, R> turn = new InTurn<>(names);
    for (T each : all) {
      try {
        Optional<R> result = work.apply(each);
        if (result.isEmpty()) {
          return turn;
        }
        turn.results.add(result.get());
      } catch (WorkbenchException | CancellationException failed) {
        turn.failure = failed;
        return turn;
      }
    }
    return turn;
  }

  /// What came of those that were done.
  public List<R> results() {
    return List.copyOf(results);
  }

  /// Whether a document has something to say: a lone thing that failed is told by its failure.
  public boolean worthTelling() {
    return failure == null || names.size() > 1;
  }

  /// A document with what was done under `key` and, after a failure, what failed and was not tried.
  public Map<String, Object> document(String key) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(key, results());
    if (failure != null) {
      Map<String, Object> failed = new LinkedHashMap<>();
      failed.put("name", names.get(results.size()));
      if (failure instanceof WorkbenchException known) {
        failed.put("code", known.code());
        failed.put("problem", without(known.plain()));
      } else {
        failed.put("problem", "cancelled");
      }
      document.put("failed", failed);
      document.put("not_tried", names.subList(results.size() + 1, names.size()));
    }
    return document;
  }

  /// Throws what went wrong, if something did.
  ///
  /// @param done what happened to those before it, such as `imported`; empty when nothing did that
  ///     lasts
  public void rethrow(String done) {
    if (failure instanceof WorkbenchException known && !done.isEmpty() && names.size() > 1) {
      throw new WorkbenchException(known.code(), known.kind(), told(known.plain(), done), known);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private String told(String plain, String done) {
    StringBuilder text = new StringBuilder(plain);
    if (!results.isEmpty()) {
      text = new StringBuilder(without(plain));
      text.append(" Before it ")
          .append(results.size() == 1 ? "was " : "were ")
          .append(done)
          .append(": ")
          .append(String.join(", ", names.subList(0, results.size())))
          .append('.');
    }
    if (results.size() + 1 < names.size()) {
      text.append(" Not tried: ")
          .append(String.join(", ", names.subList(results.size() + 1, names.size())))
          .append('.');
    }
    return text.toString();
  }

  private static String without(String plain) {
    return plain.endsWith(UNCHANGED)
        ? plain.substring(0, plain.length() - UNCHANGED.length()).strip()
        : plain;
  }
}

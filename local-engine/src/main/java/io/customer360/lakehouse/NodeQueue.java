package io.customer360.lakehouse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The nodes of a pipeline as they become ready: a node is handed out once everything it reads is
/// built. Of several, the one with the longest way still behind it goes first. Safe to use by
/// several threads.
final class NodeQueue {
  private final Map<Pipeline.Node, Set<Pipeline.Node>> waiting = new LinkedHashMap<>();
  private final Comparator<Pipeline.Node> first;
  private @Nullable Throwable failure;

  /// `weights` is the expected seconds of each node, by name.
  NodeQueue(Pipeline pipeline, Map<String, Double> weights) {
    for (Pipeline.Node node : pipeline.order()) {
      waiting.put(
          node,
          node.reads().stream()
              .flatMap(table -> pipeline.writer(table).stream())
              .collect(Collectors.toCollection(HashSet::new)));
    }
    Map<Pipeline.Node, Double> remaining = new HashMap<>();
    List<Pipeline.Node> order = pipeline.order();
    for (Pipeline.Node node : order.reversed()) {
      double after =
          order.stream()
              .filter(reader -> waiting.getOrDefault(reader, Set.of()).contains(node))
              .mapToDouble(reader -> remaining.getOrDefault(reader, 0.0))
              .max()
              .orElse(0);
      remaining.put(node, after + weights.getOrDefault(node.name(), 0.0));
    }
    this.first =
        Comparator.comparingDouble((Pipeline.Node node) -> -remaining.getOrDefault(node, 0.0))
            .thenComparing(order::indexOf);
  }

  /// The next node to build, waiting for one to become ready; null when there is nothing left or
  /// something failed.
  synchronized Pipeline.@Nullable Node take() {
    while (failure == null && !waiting.isEmpty()) {
      Pipeline.Node next =
          waiting.entrySet().stream()
              .filter(entry -> entry.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .min(first)
              .orElse(null);
      if (next != null) {
        waiting.remove(next);
        return next;
      }
      pause();
    }
    return null;
  }

  synchronized void built(Pipeline.Node node) {
    waiting.values().forEach(before -> before.remove(node));
    notifyAll();
  }

  /// Ends the handing out. Later failures are kept beside the first.
  synchronized void failed(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    } else if (failure != thrown) {
      failure.addSuppressed(thrown);
    }
    notifyAll();
  }

  synchronized void rethrow() {
    switch (failure) {
      case null -> {}
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  private void pause() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed(new CancellationException("interrupted"));
    }
  }
}

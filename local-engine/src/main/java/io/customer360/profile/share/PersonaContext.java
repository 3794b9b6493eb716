package io.customer360.profile.share;

import io.customer360.profile.UnifiedContext;
import io.customer360.profile.timeline.TimelineEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a context nobody can be found by: masked, under the persona's name and an id of its own,
/// without a town, and with numbers of orders and tickets replaced by `ref 1`, `ref 2`, ... so that
/// events which belong together still do.
final class PersonaContext {
  private final String name;
  private final Mask mask;
  private final Map<String, String> refs = new LinkedHashMap<>();

  PersonaContext(String name, Mask mask) {
    this.name = name;
    this.mask = mask;
  }

  UnifiedContext of(UnifiedContext context, String id) {
    context.events().forEach(event -> note(event.ref()));
    UnifiedContext masked = mask.apply(context);
    UnifiedContext.Person person = masked.person();
    return new UnifiedContext(
        id,
        masked.asOf(),
        new UnifiedContext.Person(
            name,
            name.strip().split("\\s+")[0],
            null,
            person.country(),
            person.zone(),
            person.hasEmail(),
            person.hasPhone(),
            person.hasAddress(),
            person.customerSince()),
        masked.statistics(),
        masked.events().stream().map(this::event).toList(),
        masked.scores(),
        masked.consents(),
        masked.segments(),
        masked.trust());
  }

  private TimelineEntry event(TimelineEntry event) {
    String ref = event.ref();
    return new TimelineEntry(
        event.at(),
        event.domain(),
        event.kind(),
        event.channel(),
        plain(event.title()),
        event.detail() == null ? null : plain(event.detail()),
        event.amount(),
        ref == null ? null : refs.get(ref),
        event.tone(),
        null,
        null);
  }

  /// A number that is replaced wherever it stands from here on.
  void note(@Nullable String ref) {
    if (ref != null && !ref.isBlank()) {
      refs.computeIfAbsent(ref, known -> "ref " + (refs.size() + 1));
    }
  }

  /// A text of another place, covered as those of the events are.
  String covered(String text) {
    String masked = mask.text(text);
    return masked == null ? "" : plain(masked);
  }

  private String plain(String text) {
    String covered = text;
    for (Map.Entry<String, String> ref : refs.entrySet()) {
      covered =
          Pattern.compile(
                  "(?<![\\p{L}\\p{N}])" + Pattern.quote(ref.getKey()) + "(?![\\p{L}\\p{N}])")
              .matcher(covered)
              .replaceAll(ref.getValue());
    }
    return covered;
  }

  /// The id of a persona: `P-` and its file's name.
  static String id(@Nullable String file) {
    return "P-" + file;
  }
}

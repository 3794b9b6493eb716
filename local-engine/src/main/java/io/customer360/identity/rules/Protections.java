package io.customer360.identity.rules;

import io.customer360.fault.WorkbenchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What keeps rules and weights from mixing people. What a person says is believed in spite of it.
///
/// @param mostValues by kind how many different values of it one customer may have; a kind that is
///     not there has no limit
/// @param mostPeople by kind how many people, by their names, may share one value; a value of more
///     joins nobody
/// @param blocked by kind the values that join nobody, as they were given
/// @param mostRecords rules and weights make no customer of more records
/// @param priority all kinds, the one that is applied first in front: where a limit or a birth date
///     lets only one of two joins through, it is the one of the kind that comes first
public record Protections(
    Map<IdentifierKind, Integer> mostValues,
    Map<IdentifierKind, Integer> mostPeople,
    Map<IdentifierKind, List<String>> blocked,
    int mostRecords,
    List<IdentifierKind> priority) {
  /// An identifier that more records have belongs to nobody in particular.
  public static final int MOST_SHARING = 200;

  private static final int MOST_PEOPLE = 4;

  public static final Protections DEFAULT =
      new Protections(Map.of(), Map.of(), Map.of(), 200, List.of());

  static final String LIMIT = "identity.limit";
  static final String SHARED = "identity.shared";
  static final String BLOCKED = "identity.blocked";
  static final String MOST_RECORDS = "identity.most-records";
  static final String PRIORITY = "identity.priority";

  /// Checks the ranges and completes what is left open; a user error says what is wrong.
  public Protections {
    mostValues = limits(mostValues, "most different values of one customer");
    Map<IdentifierKind, Integer> people = limits(mostPeople, "most people who share a value");
    EnumMap<IdentifierKind, Integer> allPeople = new EnumMap<>(IdentifierKind.class);
    EnumMap<IdentifierKind, List<String>> values = new EnumMap<>(IdentifierKind.class);
    for (IdentifierKind kind : IdentifierKind.values()) {
      allPeople.put(kind, people.getOrDefault(kind, MOST_PEOPLE));
      values.put(
          kind,
          List.copyOf(
              blocked.getOrDefault(kind, List.of()).stream()
                  .map(kind::checked)
                  .collect(Collectors.toCollection(TreeSet::new))));
    }
    mostPeople = Collections.unmodifiableMap(allPeople);
    blocked = Collections.unmodifiableMap(values);
    if (mostRecords < 2) {
      throw WorkbenchException.user(
          "C360-IDN-032",
          "A customer of at most " + mostRecords + " records could not be joined; give 2 or more.");
    }
    priority = whole(priority);
  }

  private static Map<IdentifierKind, Integer> limits(
      Map<IdentifierKind, Integer> limits, String what) {
    EnumMap<IdentifierKind, Integer> checked = new EnumMap<>(IdentifierKind.class);
    limits.forEach(
        (kind, most) -> {
          if (most < 1) {
            throw WorkbenchException.user(
                "C360-IDN-033",
                "The " + what + " is 1 or more, not " + most + " (" + kind.word() + ").");
          }
          checked.put(kind, most);
        });
    return Collections.unmodifiableMap(checked);
  }

  /// The kinds that were named, then the others as they stand.
  private static List<IdentifierKind> whole(List<IdentifierKind> named) {
    List<IdentifierKind> all = new ArrayList<>(named);
    if (new TreeSet<>(named).size() < named.size()) {
      throw WorkbenchException.user(
          "C360-IDN-034",
          "A priority names each kind once, not "
              + words(named)
              + ". The kinds are: "
              + words(List.of(IdentifierKind.values()))
              + ".");
    }
    Arrays.stream(IdentifierKind.values()).filter(kind -> !all.contains(kind)).forEach(all::add);
    return List.copyOf(all);
  }

  /// The most different values of a kind that one customer may have.
  public Optional<Integer> limit(IdentifierKind kind) {
    return Optional.ofNullable(mostValues.get(kind));
  }

  /// The most people who may share one value of a kind.
  public int mostPeople(IdentifierKind kind) {
    return mostPeople.getOrDefault(kind, MOST_PEOPLE);
  }

  public Protections withLimit(IdentifierKind kind, Optional<Integer> most) {
    return new Protections(
        with(mostValues, kind, most), mostPeople, blocked, mostRecords, priority);
  }

  public Protections withShared(IdentifierKind kind, int most) {
    return new Protections(
        mostValues, with(mostPeople, kind, Optional.of(most)), blocked, mostRecords, priority);
  }

  public Protections withMostRecords(int most) {
    return new Protections(mostValues, mostPeople, blocked, most, priority);
  }

  public Protections withPriority(List<IdentifierKind> first) {
    return new Protections(mostValues, mostPeople, blocked, mostRecords, first);
  }

  public Protections block(IdentifierKind kind, String value) {
    List<String> values = new ArrayList<>(blocked.getOrDefault(kind, List.of()));
    values.add(value);
    return new Protections(
        mostValues, mostPeople, with(blocked, kind, Optional.of(values)), mostRecords, priority);
  }

  /// Throws a user error for a value that is not blocked.
  public Protections unblock(IdentifierKind kind, String value) {
    List<String> values = new ArrayList<>(blocked.getOrDefault(kind, List.of()));
    if (!values.remove(value.strip())) {
      throw WorkbenchException.user(
          "C360-IDN-035",
          "The "
              + kind.id()
              + " "
              + value.strip()
              + " is not blocked. Blocked are: "
              + (values.isEmpty() ? "none" : String.join(", ", values))
              + ".");
    }
    return new Protections(
        mostValues, mostPeople, with(blocked, kind, Optional.of(values)), mostRecords, priority);
  }

  private static <T> Map<IdentifierKind, T> with(
      Map<IdentifierKind, T> map, IdentifierKind kind, Optional<T> value) {
    EnumMap<IdentifierKind, T> next = new EnumMap<>(IdentifierKind.class);
    next.putAll(map);
    value.ifPresentOrElse(v -> next.put(kind, v), () -> next.remove(kind));
    return next;
  }

  /// As set in the workspace, else the defaults.
  static Protections of(Map<String, String> settings) {
    Map<IdentifierKind, List<String>> blocked = new EnumMap<>(IdentifierKind.class);
    pairs(settings, BLOCKED)
        .forEach(
            pair ->
                blocked
                    .computeIfAbsent(pair.getKey(), kind -> new ArrayList<>())
                    .add(pair.getValue()));
    String most = settings.getOrDefault(MOST_RECORDS, "");
    List<IdentifierKind> priority =
        list(settings, PRIORITY).stream().map(IdentifierKind::of).toList();
    return new Protections(
        numbers(settings, LIMIT),
        numbers(settings, SHARED),
        blocked,
        most.isBlank() ? DEFAULT.mostRecords : number(MOST_RECORDS, most),
        priority);
  }

  /// What differs from the defaults, as the workspace keeps it.
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(LIMIT, text(mostValues));
    settings.put(SHARED, mostPeople.equals(DEFAULT.mostPeople) ? "" : text(mostPeople));
    settings.put(
        BLOCKED,
        blocked.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(value -> e.getKey().word() + "=" + value))
            .collect(Collectors.joining(", ")));
    settings.put(
        MOST_RECORDS, mostRecords == DEFAULT.mostRecords ? "" : String.valueOf(mostRecords));
    settings.put(PRIORITY, priority.equals(DEFAULT.priority) ? "" : words(priority));
    settings.values().removeIf(String::isEmpty);
    return settings;
  }

  private static String text(Map<IdentifierKind, Integer> limits) {
    return limits.entrySet().stream()
        .map(e -> e.getKey().word() + "=" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String words(List<IdentifierKind> kinds) {
    return kinds.stream().map(IdentifierKind::word).collect(Collectors.joining(", "));
  }

  private static Map<IdentifierKind, Integer> numbers(Map<String, String> settings, String name) {
    EnumMap<IdentifierKind, Integer> numbers = new EnumMap<>(IdentifierKind.class);
    pairs(settings, name).forEach(p -> numbers.put(p.getKey(), number(name, p.getValue())));
    return numbers;
  }

  private static List<Map.Entry<IdentifierKind, String>> pairs(
      Map<String, String> settings, String name) {
    return list(settings, name).stream()
        .map(
            part -> {
              int at = part.indexOf('=');
              if (at < 0) {
                throw WorkbenchException.user(
                    "C360-IDN-036",
                    "The setting "
                        + name
                        + " holds kind=value, such as email=5, not \""
                        + part
                        + "\".");
              }
              return Map.entry(
                  IdentifierKind.of(part.substring(0, at)), part.substring(at + 1).strip());
            })
        .toList();
  }

  private static List<String> list(Map<String, String> settings, String name) {
    return Arrays.stream(settings.getOrDefault(name, "").split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException notANumber) {
      throw WorkbenchException.user(
          "C360-IDN-022", "The setting " + name + " is no whole number: \"" + text + "\".");
    }
  }
}

package io.customer360.assistant.semantic;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// All of the field's words. Immutable; look-ups of unknown keys are faults of the program, because
/// keys only come from this layer.
public final class SemanticLayer {
  private final Map<String, TableDef> tables;
  private final Map<String, Measure> measures;
  private final Map<String, Dimension> dimensions;
  private final Map<String, Attribute> attributes;
  private final Map<String, Activity> activities;
  private final Map<String, NamedFilter> filters;
  private final Map<String, String> drivers;

  SemanticLayer(
      Map<String, TableDef> tables,
      Map<String, Measure> measures,
      Map<String, Dimension> dimensions,
      Map<String, Attribute> attributes,
      Map<String, Activity> activities,
      Map<String, NamedFilter> filters,
      Map<String, String> drivers) {
    this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    this.measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    this.dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    this.activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
    this.filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    this.drivers = Map.copyOf(drivers);
    check();
  }

  /// The layer that comes with the program.
  public static SemanticLayer bundled() {
    return SemanticLayerReader.bundled();
  }

  public Map<String, TableDef> tables() {
    return tables;
  }

  public Map<String, Measure> measures() {
    return measures;
  }

  public Map<String, Dimension> dimensions() {
    return dimensions;
  }

  public Map<String, Attribute> attributes() {
    return attributes;
  }

  public Map<String, Activity> activities() {
    return activities;
  }

  public Map<String, NamedFilter> filters() {
    return filters;
  }

  /// What a fact of the models is called when it raises a risk; the fact's own name otherwise.
  public String driver(String fact) {
    return drivers.getOrDefault(fact, fact.replace('_', ' '));
  }

  public TableDef table(String key) {
    return known(tables, key, "table");
  }

  public Measure measure(String key) {
    return known(measures, key, "measure");
  }

  public Dimension dimension(String key) {
    return known(dimensions, key, "dimension");
  }

  public Attribute attribute(String key) {
    return known(attributes, key, "attribute");
  }

  public Activity activity(String key) {
    return known(activities, key, "activity");
  }

  public NamedFilter filter(String key) {
    return known(filters, key, "filter");
  }

  /// The table to count a measure on so that every given dimension is at hand without multiplying
  /// rows: its first table that carries them, or joins them through the one row of the customer.
  ///
  /// @param timed whether a period narrows it
  public Optional<TableDef> tableFor(Measure measure, Collection<Dimension> with, boolean timed) {
    for (String key : measure.on().keySet()) {
      boolean today = key.equals("customer") && !measure.event();
      if (timed && today) {
        continue;
      }
      if (with.stream().allMatch(d -> d.on().containsKey(key) || d.ofCustomer())) {
        return Optional.of(table(key));
      }
    }
    return Optional.empty();
  }

  private static <T> T known(Map<String, T> map, String key, String kind) {
    T found = map.get(key);
    if (found == null) {
      throw new IllegalArgumentException("The semantic layer has no " + kind + " " + key);
    }
    return found;
  }

  /// References between the parts hold; checked once at reading, so that a slip in the text fails
  /// the build and not a question.
  private void check() {
    measures.values().forEach(m -> m.on().keySet().forEach(this::table));
    measures
        .values()
        .forEach(
            m -> {
              String timed = m.timed();
              if (timed != null && !m.on().containsKey(timed)) {
                throw new IllegalArgumentException("measure " + m.key() + " has no " + timed);
              }
            });
    dimensions.values().forEach(d -> d.on().keySet().forEach(this::table));
    dimensions
        .values()
        .forEach(
            d -> {
              String did = d.did();
              if (did != null) {
                Activity tie = activity(did);
                if (!d.on().containsKey(tie.table())) {
                  throw new IllegalArgumentException(
                      "dimension " + d.key() + " is not on " + tie.table());
                }
              }
            });
    activities.values().forEach(a -> table(a.table()));
    for (NamedFilter filter : filters.values()) {
      switch (filter) {
        case NamedFilter.Threshold t -> attribute(t.attribute());
        case NamedFilter.Values v -> dimension(v.dimension());
        case NamedFilter.Did d -> {
          activity(d.activity());
          d.details().keySet().forEach(this::dimension);
        }
      }
    }
  }
}

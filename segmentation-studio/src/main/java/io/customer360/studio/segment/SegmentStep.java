package io.customer360.studio.segment;

import io.customer360.lakehouse.PipelineStep;
import io.customer360.lakehouse.SchemaContribution;
import io.customer360.lakehouse.StepContext;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Rule;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes `gold.segment_member` from the workspace's segment texts. Who entered when is kept in
/// `ops.segment_entry`, so that a rebuild gives the same rows.
public final class SegmentStep implements PipelineStep, SchemaContribution {
  private static final Pattern GOLD = Pattern.compile("\\bgold\\.([a-z_]+)");

  private final SegmentFiles files;

  public SegmentStep(SegmentFiles files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "segments";
  }

  @Override
  public String grain() {
    return "one row per customer and segment";
  }

  @Override
  public String meaning() {
    return "Who is in which segment, and since when.";
  }

  @Override
  public Set<String> reads() {
    Set<String> tables =
        new TreeSet<>(Set.of("gold.customer", "gold.score", "gold.feature", "gold.identity_link"));
    for (SegmentDefinition segment : files.read()) {
      Matcher named = GOLD.matcher(SegmentFiles.text(segment));
      while (named.find()) {
        tables.add(named.group());
      }
      RuleTables.add(segment.source(), tables);
    }
    tables.remove("gold.segment_member");
    return tables;
  }

  @Override
  public Set<String> writes() {
    return Set.of("gold.segment_member");
  }

  @Override
  public String version() {
    // From the texts: a hash of the definitions themselves would differ from one start to the next.
    return "3 " + Integer.toHexString(String.join("\n", texts()).hashCode());
  }

  private List<String> texts() {
    return files.read().stream()
        .map(segment -> segment.id() + "\n" + SegmentFiles.text(segment))
        .toList();
  }

  @Override
  public String area() {
    return "segments";
  }

  @Override
  public List<String> statements() {
    return SegmentSchema.statements();
  }

  @Override
  public void run(Connection connection, StepContext context) throws Exception {
    MemberWriter.createTable(connection);
    List<SegmentDefinition> segments =
        files.read().stream().filter(segment -> !segment.retired()).toList();
    if (segments.isEmpty()) {
      return;
    }
    FieldCatalog catalog = FieldCatalog.read(connection);
    ZoneId zone = context.workspace().settings().zoneId();
    SegmentRules read = new SegmentRules(connection, catalog, zone, context.asOf(), segments);
    Map<String, Rule> rules = read.of(segments.stream().map(SegmentDefinition::id).toList());
    Populations populations = new Populations(connection, catalog);
    populations.followMerges();
    MemberWriter writer = new MemberWriter(connection, catalog, read, zone, context.asOf());
    Map<String, SegmentDefinition> byId = new HashMap<>();
    segments.forEach(segment -> byId.put(segment.id(), segment));
    for (Map.Entry<String, Rule> entry : rules.entrySet()) {
      context.progress().checkCancelled();
      SegmentDefinition segment = byId.get(entry.getKey());
      if (segment != null) {
        if (writer.due(segment)) {
          writer.write(segment, entry.getValue());
        } else {
          writer.keep(segment);
        }
      }
    }
    populations.keep(byId.keySet());
  }
}

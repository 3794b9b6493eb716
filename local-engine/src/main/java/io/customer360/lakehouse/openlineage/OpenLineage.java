package io.customer360.lakehouse.openlineage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.lakehouse.ColumnEdge;
import io.customer360.lakehouse.ModelEdge;
import io.customer360.lakehouse.ModelGraph;
import io.customer360.lakehouse.ModelNode;
import io.customer360.lakehouse.NodeKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Writes run events of OpenLineage 2-0-2: for each landed file and each built table one START and
/// one COMPLETE of the same run, in the order of their times. The same lake gives the same events:
/// a run's id is made from job and time.
///
/// Outputs carry the facets schema, columnLineage and outputStatistics; jobs of SQL models carry
/// their SQL; landed files carry their checksum as a version.
public final class OpenLineage {
  private static final String SPEC = "https://openlineage.io/spec/";
  private static final String EVENT = SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String PRODUCER = "urn:customer360:workbench";

  private final ObjectMapper json = new ObjectMapper();
  private final String namespace;
  private final ModelGraph graph;

  /// @param namespace of the workspace's jobs and tables
  public OpenLineage(String namespace, ModelGraph graph) {
    this.namespace = namespace;
    this.graph = graph;
  }

  /// All events, each one JSON object; a START never stands after its COMPLETE.
  public List<ObjectNode> events(List<LandedFile> landed, List<BuiltTable> built) {
    List<Timed> events = new ArrayList<>();
    for (LandedFile file : landed) {
      run(
          events,
          "import." + file.dataset() + "." + file.id(),
          file.receivedAt(),
          file.receivedAt(),
          json.createObjectNode(),
          List.of(source(file)),
          List.of(landing(file)));
    }
    for (BuiltTable build : built) {
      graph.node(build.builder()).ifPresent(node -> build(events, build, node));
    }
    events.sort(Comparator.comparing(Timed::at).thenComparing(Timed::order));
    return events.stream().map(Timed::event).toList();
  }

  private record Timed(Instant at, int order, ObjectNode event) {}

  private void build(List<Timed> events, BuiltTable build, ModelNode node) {
    List<ModelNode> outputs =
        node.kind() == NodeKind.MODEL ? neighbours(node.name(), false) : List.of(node);
    List<ObjectNode> reads = neighbours(node.name(), true).stream().map(this::dataset).toList();
    ObjectNode facets = json.createObjectNode();
    if (!node.sql().isEmpty()) {
      ObjectNode sql = facet("SQLJobFacet", "1-1-0");
      sql.put("query", node.sql());
      facets.set("sql", sql);
    }
    if (!node.meaning().isEmpty()) {
      ObjectNode words = facet("DocumentationJobFacet", "1-1-0");
      words.put("description", node.meaning());
      facets.set("documentation", words);
    }
    run(
        events,
        node.name().replace("model:", "step."),
        build.startedAt(),
        build.startedAt().plus(Duration.ofNanos(Math.round(build.seconds() * 1e9))),
        facets,
        reads,
        outputs.stream().map(this::output).toList());
  }

  /// The tables a node reads, or those it writes; sources and uses are no tables.
  private List<ModelNode> neighbours(String name, boolean before) {
    List<ModelNode> found = new ArrayList<>();
    for (ModelEdge edge : graph.edges()) {
      if ((before ? edge.to() : edge.from()).equals(name)) {
        graph
            .node(before ? edge.from() : edge.to())
            .filter(node -> node.kind() != NodeKind.SOURCE && node.kind() != NodeKind.USE)
            .ifPresent(found::add);
      }
    }
    return found.stream().distinct().sorted(Comparator.comparing(ModelNode::name)).toList();
  }

  private void run(
      List<Timed> events,
      String job,
      Instant from,
      Instant until,
      ObjectNode jobFacets,
      List<ObjectNode> inputs,
      List<ObjectNode> outputs) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (namespace + "\n" + job + "\n" + from).getBytes(StandardCharsets.UTF_8));
    for (String type : List.of("START", "COMPLETE")) {
      boolean done = type.equals("COMPLETE");
      Instant at = done ? until : from;
      ObjectNode event = json.createObjectNode();
      event.put("eventTime", at.toString());
      event.put("producer", PRODUCER);
      event.put("schemaURL", EVENT);
      event.put("eventType", type);
      event.putObject("run").put("runId", id.toString()).putObject("facets");
      ObjectNode what = event.putObject("job");
      what.put("namespace", namespace);
      what.put("name", job);
      what.set("facets", jobFacets.deepCopy());
      ArrayNode in = event.putArray("inputs");
      inputs.forEach(one -> in.add(one.deepCopy()));
      ArrayNode out = event.putArray("outputs");
      outputs.forEach(one -> out.add(one.deepCopy()));
      events.add(new Timed(at, done ? 1 : 0, event));
    }
  }

  private ObjectNode source(LandedFile file) {
    ObjectNode dataset = json.createObjectNode();
    dataset.put("namespace", "file");
    dataset.put("name", file.source() + "/" + file.file());
    ObjectNode version = facet("DatasetVersionDatasetFacet", "1-0-1");
    version.put("datasetVersion", file.sha256());
    dataset.putObject("facets").set("version", version);
    return dataset;
  }

  private ObjectNode landing(LandedFile file) {
    String table = "bronze." + file.dataset();
    ObjectNode dataset = graph.node(table).map(this::dataset).orElseGet(() -> named(table));
    ObjectNode counts = facet("OutputStatisticsOutputDatasetFacet", "1-0-2");
    counts.put("rowCount", file.accepted());
    counts.put("size", file.bytes());
    dataset.putObject("outputFacets").set("outputStatistics", counts);
    return dataset;
  }

  private ObjectNode output(ModelNode node) {
    ObjectNode dataset = dataset(node);
    columnLineage(node, (ObjectNode) dataset.get("facets"));
    ObjectNode counts = facet("OutputStatisticsOutputDatasetFacet", "1-0-2");
    counts.put("rowCount", node.rows());
    dataset.putObject("outputFacets").set("outputStatistics", counts);
    return dataset;
  }

  private ObjectNode named(String table) {
    ObjectNode dataset = json.createObjectNode();
    dataset.put("namespace", namespace);
    dataset.put("name", table);
    dataset.putObject("facets");
    return dataset;
  }

  private ObjectNode dataset(ModelNode node) {
    ObjectNode dataset = named(node.name());
    if (!node.columns().isEmpty()) {
      ObjectNode schema = facet("SchemaDatasetFacet", "1-2-0");
      ArrayNode fields = schema.putArray("fields");
      node.columns()
          .forEach(
              column -> fields.addObject().put("name", column.name()).put("type", column.type()));
      ((ObjectNode) dataset.get("facets")).set("schema", schema);
    }
    return dataset;
  }

  /// A count of rows comes from no single column and is left out.
  private void columnLineage(ModelNode node, ObjectNode facets) {
    Map<String, List<ColumnEdge>> byColumn = new TreeMap<>();
    for (ColumnEdge edge : graph.columns()) {
      if (edge.toTable().equals(node.name()) && !edge.fromColumn().equals("*")) {
        byColumn
            .computeIfAbsent(ColumnEdge.whole(edge.toColumn()), column -> new ArrayList<>())
            .add(edge);
      }
    }
    if (byColumn.isEmpty()) {
      return;
    }
    ObjectNode lineage = facet("ColumnLineageDatasetFacet", "1-2-0");
    ObjectNode fields = lineage.putObject("fields");
    byColumn.forEach(
        (column, edges) -> {
          ArrayNode inputs = fields.putObject(column).putArray("inputFields");
          edges.stream()
              .map(edge -> List.of(edge.fromTable(), ColumnEdge.whole(edge.fromColumn())))
              .distinct()
              .forEach(
                  from ->
                      inputs
                          .addObject()
                          .put("namespace", namespace)
                          .put("name", from.getFirst())
                          .put("field", from.getLast()));
        });
    facets.set("columnLineage", lineage);
  }

  private ObjectNode facet(String name, String version) {
    ObjectNode facet = json.createObjectNode();
    facet.put("_producer", PRODUCER);
    facet.put("_schemaURL", SPEC + "facets/" + version + "/" + name + ".json#/$defs/" + name);
    return facet;
  }
}

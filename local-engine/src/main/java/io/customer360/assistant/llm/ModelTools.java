package io.customer360.assistant.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.customer360.assistant.plan.Grain;
import io.customer360.assistant.semantic.SemanticLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The typed tools as a model sees them, and how a call is turned into words the built-in planner
/// reads and checks. Only tools of this list exist: none of them writes.
final class ModelTools {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CUSTOMERS =
      "Which customers, in plain words with the noun: 'loyal customers at risk', 'Gold customers in"
          + " Leeds', 'customers'";
  private static final String PERIOD =
      "A period in words: 'last quarter', 'this year', 'in the last 90 days', 'since 21 Sep', 'in"
          + " October', 'all time'";

  private final List<String> measures;
  private final List<String> dimensions;

  ModelTools(SemanticLayer layer) {
    this.measures =
        layer.measures().values().stream()
            .map(m -> m.synonyms().isEmpty() ? m.title() : m.synonyms().getFirst())
            .toList();
    this.dimensions =
        layer.dimensions().values().stream().map(d -> d.synonyms().getFirst()).toList();
  }

  List<ToolSpecification> specifications() {
    List<ToolSpecification> tools = new ArrayList<>();
    tools.add(tool("count_customers", "How many customers meet a description.", audience()));
    tools.add(
        tool(
            "customers_at_stake",
            "Which customers meet a description and how much margin is at" + " stake with them.",
            audience()));
    tools.add(tool("list_customers", "The customers that meet a description.", audience()));
    tools.add(
        tool(
            "measure", "One number of the business, of a period.", measured().required("measure")));
    tools.add(
        tool(
            "breakdown",
            "A number split by a dimension.",
            split().required("measure", "dimension")));
    tools.add(
        tool(
            "trend",
            "A number over time.",
            measured()
                .addEnumProperty(
                    "per", java.util.Arrays.stream(Grain.values()).map(Grain::words).toList())
                .required("measure", "per")));
    tools.add(
        tool(
            "compare_periods",
            "A number of one period against another.",
            split()
                .addStringProperty("against", "The other period: 'the one before', 'last year'")
                .required("measure", "period", "against")));
    tools.add(
        tool(
            "top",
            "The values of a dimension with the most or least of a number.",
            split()
                .addIntegerProperty("n", "How many")
                .addBooleanProperty("most", "true for the highest, false for the lowest")
                .required("measure", "dimension")));
    tools.add(tool("explain_risk", "Why one customer is at risk.", customer()));
    tools.add(tool("profile", "What is known about one customer.", customer()));
    tools.add(tool("why_not", "Why actions were not chosen for one customer.", customer()));
    tools.add(tool("drivers", "What drives churn for customers.", audience()));
    tools.add(tool("offers_for", "Which offers work for customers.", audience()));
    tools.add(tool("segment", "A segment of customers, to be reviewed by a person.", audience()));
    tools.add(tool("propose", "A proposal for customers, to be reviewed by a person.", audience()));
    return tools;
  }

  private static ToolSpecification tool(String name, String words, JsonObjectSchema.Builder args) {
    return ToolSpecification.builder()
        .name(name)
        .description(words)
        .parameters(args.additionalProperties(false).build())
        .build();
  }

  private static JsonObjectSchema.Builder audience() {
    return JsonObjectSchema.builder()
        .addStringProperty("customers", CUSTOMERS)
        .required("customers");
  }

  private static JsonObjectSchema.Builder customer() {
    return JsonObjectSchema.builder()
        .addStringProperty("customer", "Name or id, as in the question")
        .required("customer");
  }

  private JsonObjectSchema.Builder measured() {
    return JsonObjectSchema.builder()
        .addEnumProperty("measure", measures)
        .addStringProperty("customers", CUSTOMERS)
        .addStringProperty("period", PERIOD);
  }

  private JsonObjectSchema.Builder split() {
    return measured().addEnumProperty("dimension", dimensions);
  }

  /// The call in words; empty when the tool does not exist, an argument is missing or none of the
  /// allowed ones.
  Optional<String> words(String tool, String arguments) {
    JsonNode args;
    try {
      args = JSON.readTree(arguments == null || arguments.isBlank() ? "{}" : arguments);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    String measure = args.path("measure").asText("");
    String dimension = args.path("dimension").asText("");
    if (!measure.isEmpty() && !measures.contains(measure)
        || !dimension.isEmpty() && !dimensions.contains(dimension)) {
      return Optional.empty();
    }
    String customers = args.path("customers").asText("").strip();
    String customer = args.path("customer").asText("").strip();
    String of =
        customers.isEmpty() || customers.equalsIgnoreCase("customers") ? "" : " of " + customers;
    String period = period(args.path("period").asText(""));
    String by = dimension.isEmpty() ? "" : " by " + dimension;
    Map<String, String> words =
        Map.ofEntries(
            Map.entry("count_customers", "how many " + customers),
            Map.entry("customers_at_stake", "which " + customers + ", and what is at stake"),
            Map.entry("list_customers", "which " + customers),
            Map.entry("measure", measure + of + period),
            Map.entry("breakdown", measure + by + of + period),
            Map.entry("trend", measure + " per " + args.path("per").asText("month") + of + period),
            Map.entry(
                "compare_periods",
                measure + by + of + period + " against " + args.path("against").asText("")),
            Map.entry(
                "top",
                (args.path("most").asBoolean(true) ? "top " : "lowest ")
                    + args.path("n").asInt(10)
                    + " "
                    + dimension
                    + " by "
                    + measure
                    + of
                    + period),
            Map.entry("explain_risk", "why is " + customer + " at risk"),
            Map.entry("profile", "tell me about " + customer),
            Map.entry("why_not", "why were offers not chosen for " + customer),
            Map.entry("drivers", "what drives churn for " + customers),
            Map.entry("offers_for", "which offers work for " + customers),
            Map.entry("segment", "make a segment of " + customers),
            Map.entry("propose", "propose an action for " + customers));
    return Optional.ofNullable(words.get(tool));
  }

  private static String period(String words) {
    String plain = words.strip().toLowerCase(Locale.ROOT);
    return plain.isEmpty() ? "" : " " + plain;
  }
}

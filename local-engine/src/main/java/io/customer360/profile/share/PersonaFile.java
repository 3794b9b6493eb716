package io.customer360.profile.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.decision.arbitration.DecisionJson;
import io.customer360.fault.WorkbenchException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// A persona as JSON: `{"format":2,"name":..,"saved_at":..,"context":{..},"input":{..},
/// "decision":{..}}`, the context as [io.customer360.profile.UnifiedContext#toJson] writes it, the
/// input and the decision as [DecisionJson] does. Format 1 had neither of the last two.
final class PersonaFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 2;

  /// Without one of these nothing can be decided, whatever else is there.
  private static final List<String> INPUT =
      List.of("now", "facts", "trigger", "currency", "zone", "company", "switches");

  private static final List<String> DECISION = List.of("decided_at", "customer_name", "funnel");

  private PersonaFile() {}

  static String write(Persona persona) {
    try {
      ObjectNode root = JSON.createObjectNode();
      root.put("format", FORMAT);
      root.put("name", persona.name());
      root.put("saved_at", persona.savedAt().toString());
      root.set("context", JSON.readTree(persona.context().toJson()));
      PersonaDecision decided = persona.decided();
      if (decided != null) {
        root.set("input", JSON.readTree(DecisionJson.write(decided.input())));
        root.set("decision", JSON.readTree(DecisionJson.write(decided.decision())));
      }
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal("C360-PSN-001", "The persona cannot be written.", e);
    }
  }

  /// @param file its name, for the message when it is damaged
  static Persona read(String text, String file) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw damaged(
          file,
          "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " is not JSON");
    }
    int format = root == null ? 0 : root.path("format").asInt(0);
    if (root == null || format < 1 || format > FORMAT) {
      throw damaged(file, "field format is not " + FORMAT);
    }
    ContextFields fields = new ContextFields(file);
    try {
      return new Persona(
          fields.text(root, "name"),
          Instant.parse(fields.text(root, "saved_at")),
          fields.context(fields.node(root, "context")),
          format == 1 ? null : decided(root, fields, file));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw damaged(file, "a date or word in it is not one the workbench knows: " + e.getMessage());
    }
  }

  private static PersonaDecision decided(JsonNode root, ContextFields fields, String file) {
    JsonNode input = fields.node(root, "input");
    INPUT.forEach(field -> fields.node(input, field));
    JsonNode decision = fields.node(root, "decision");
    DECISION.forEach(field -> fields.node(decision, field));
    try {
      return new PersonaDecision(
          DecisionJson.input(input.toString()), DecisionJson.decision(decision.toString()));
    } catch (WorkbenchException unreadable) {
      throw damaged(file, "what it keeps of a decision cannot be read");
    }
  }

  static WorkbenchException damaged(String file, String what) {
    return WorkbenchException.data(
        "C360-PSN-002",
        "personas/" + file + " is damaged: " + what + ". Save the persona again, or delete it.");
  }
}

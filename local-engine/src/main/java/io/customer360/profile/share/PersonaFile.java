package io.customer360.profile.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.fault.WorkbenchException;
import java.time.DateTimeException;
import java.time.Instant;

/// A persona as JSON: `{"format":1,"name":..,"saved_at":..,"context":{..}}`, the context as
/// [io.customer360.profile.UnifiedContext#toJson] writes it.
final class PersonaFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  private PersonaFile() {}

  static String write(Persona persona) {
    try {
      ObjectNode root = JSON.createObjectNode();
      root.put("format", FORMAT);
      root.put("name", persona.name());
      root.put("saved_at", persona.savedAt().toString());
      root.set("context", JSON.readTree(persona.context().toJson()));
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
    if (root == null || root.path("format").asInt(0) != FORMAT) {
      throw damaged(file, "field format is not " + FORMAT);
    }
    ContextFields fields = new ContextFields(file);
    try {
      return new Persona(
          fields.text(root, "name"),
          Instant.parse(fields.text(root, "saved_at")),
          fields.context(fields.node(root, "context")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw damaged(file, "a date or word in it is not one the workbench knows: " + e.getMessage());
    }
  }

  static WorkbenchException damaged(String file, String what) {
    return WorkbenchException.data(
        "C360-PSN-002",
        "personas/" + file + " is damaged: " + what + ". Save the persona again, or delete it.");
  }
}

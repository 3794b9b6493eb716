package io.customer360.decision.arbitration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.CanonicalJson;
import io.customer360.governance.Hashes;
import io.customer360.text.Excerpt;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;

/// Inputs and decisions as canonical JSON (RFC 8785, snake case), as they are stored and hashed.
public final class DecisionJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  /// What is shown of a value that differs.
  private static final int LONGEST = 200;

  private DecisionJson() {}

  public static String write(DecisionInput input) {
    return CanonicalJson.of((JsonNode) MAPPER.valueToTree(input));
  }

  public static String write(Decision decision) {
    return CanonicalJson.of((JsonNode) MAPPER.valueToTree(decision));
  }

  public static DecisionInput input(String json) {
    return read(json, DecisionInput.class);
  }

  public static Decision decision(String json) {
    return read(json, Decision.class);
  }

  /// A decision with its hash, and its canonical JSON.
  public record Written(Decision decision, String json) {}

  /// The hash is the SHA-256 of the canonical JSON with an empty hash in it; so the text is made
  /// once.
  public static Written hashed(Decision open) {
    String text = write(open);
    String hash = Hashes.sha256(text);
    return new Written(
        withHash(open, hash),
        text.replace("\"output_hash\":\"\"", "\"output_hash\":\"" + hash + "\""));
  }

  /// The first field in which two stored decisions differ, as a JSON pointer with both values.
  public static Optional<Difference> firstDifference(String stored, String recomputed) {
    try {
      return difference("", MAPPER.readTree(stored), MAPPER.readTree(recomputed));
    } catch (JsonProcessingException broken) {
      return Optional.of(new Difference("", "not readable", "readable"));
    }
  }

  /// @param field JSON pointer: `/options/0/priority`
  public record Difference(String field, String stored, String recomputed) {}

  private static Optional<Difference> difference(String at, JsonNode a, JsonNode b) {
    if (a.isObject() && b.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      a.fieldNames().forEachRemaining(names::add);
      b.fieldNames().forEachRemaining(names::add);
      // The hash differs whenever anything does; it is only of interest when nothing else does.
      names.remove("output_hash");
      Iterator<String> all = names.iterator();
      while (all.hasNext()) {
        String name = all.next();
        Optional<Difference> found = difference(at + "/" + name, a.path(name), b.path(name));
        if (found.isPresent()) {
          return found;
        }
      }
      return a.has("output_hash") || b.has("output_hash")
          ? difference(at + "/output_hash", a.path("output_hash"), b.path("output_hash"))
          : Optional.empty();
    }
    if (a.isArray() && b.isArray() && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        Optional<Difference> found = difference(at + "/" + i, a.get(i), b.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    String left = a.isMissingNode() ? "missing" : CanonicalJson.of(a);
    String right = b.isMissingNode() ? "missing" : CanonicalJson.of(b);
    return left.equals(right)
        ? Optional.empty()
        : Optional.of(
            new Difference(at, Excerpt.dotted(left, LONGEST), Excerpt.dotted(right, LONGEST)));
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw WorkbenchException.internal(
          "C360-DEC-030", "A stored decision cannot be read. Details are in the log.", broken);
    }
  }

  private static Decision withHash(Decision d, String hash) {
    return new Decision(
        d.id(),
        d.customerId(),
        d.customerName(),
        d.decidedAt(),
        d.expiresAt(),
        d.agent(),
        d.trigger(),
        d.valueAtRisk(),
        d.valueAtRiskText(),
        d.why(),
        d.evidence(),
        d.confidence(),
        d.funnel(),
        d.options(),
        d.blocked(),
        d.versions(),
        hash);
  }
}

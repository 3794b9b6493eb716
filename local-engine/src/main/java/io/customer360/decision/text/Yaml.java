package io.customer360.decision.text;

import io.customer360.fault.WorkbenchException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A place in a YAML document that knows its file and line. Nothing but texts, lists and maps is
/// ever made from it.
public final class Yaml {
  private final String file;
  private final Node node;

  private Yaml(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /// Reads one document; a fault of form is a DATA failure with file and line.
  public static Yaml read(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(10);
    options.setNestingDepthLimit(20);
    try {
      Node root =
          new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        throw WorkbenchException.data("C360-DEC-010", file + " is empty.");
      }
      return new Yaml(file, root);
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      throw WorkbenchException.data(
          "C360-DEC-011", file + ", line " + line + ": not YAML: " + broken.getProblem() + ".");
    } catch (org.yaml.snakeyaml.error.YAMLException broken) {
      throw WorkbenchException.data("C360-DEC-011", file + " is not YAML: " + broken.getMessage());
    }
  }

  /// Refuses keys that are not known: a misspelt key would otherwise be a rule that is not there.
  public Yaml only(Set<String> keys) {
    for (NodeTuple tuple : map().getValue()) {
      Yaml key = new Yaml(file, tuple.getKeyNode());
      if (!keys.contains(key.text())) {
        throw key.fault(
            "\""
                + key.text()
                + "\" is not a known key (known: "
                + String.join(", ", keys.stream().sorted().toList())
                + ")");
      }
    }
    return this;
  }

  public Optional<Yaml> find(String key) {
    for (NodeTuple tuple : map().getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return Tag.NULL.equals(tuple.getValueNode().getTag())
            ? Optional.empty()
            : Optional.of(new Yaml(file, tuple.getValueNode()));
      }
    }
    return Optional.empty();
  }

  public Yaml at(String key) {
    return find(key).orElseThrow(() -> fault("\"" + key + "\" is missing"));
  }

  public String text(String key) {
    return at(key).text();
  }

  public String text(String key, String otherwise) {
    return find(key).map(Yaml::text).orElse(otherwise);
  }

  public double number(String key) {
    return at(key).number();
  }

  public double number(String key, double otherwise) {
    return find(key).map(Yaml::number).orElse(otherwise);
  }

  public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
    return at(key).oneOf(type);
  }

  public <E extends Enum<E>> E oneOf(Class<E> type) {
    String text = text();
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return value;
      }
    }
    List<String> names = new ArrayList<>();
    for (E value : type.getEnumConstants()) {
      names.add(value.name().toLowerCase(Locale.ROOT));
    }
    throw fault("\"" + text + "\" is not one of " + String.join(", ", names));
  }

  /// The items of a list; none when the key is missing; one when it is a single value.
  public List<Yaml> list(String key) {
    return find(key).map(Yaml::items).orElse(List.of());
  }

  public List<String> texts(String key) {
    return list(key).stream().map(Yaml::text).toList();
  }

  public List<Yaml> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new Yaml(file, item)).toList();
    }
    return List.of(this);
  }

  public Map<String, Yaml> entries() {
    Map<String, Yaml> found = new LinkedHashMap<>();
    for (NodeTuple tuple : map().getValue()) {
      found.put(new Yaml(file, tuple.getKeyNode()).text(), new Yaml(file, tuple.getValueNode()));
    }
    return found;
  }

  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw fault("A text is expected here");
  }

  public double number() {
    String text = text();
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // said below
    }
    throw fault("\"" + text + "\" is not a number");
  }

  /// A text in quotes is a text even when it looks like a number.
  public boolean isPlainNumber() {
    return node instanceof ScalarNode scalar
        && (Tag.INT.equals(scalar.getTag()) || Tag.FLOAT.equals(scalar.getTag()));
  }

  public boolean isPlainYesNo() {
    return node instanceof ScalarNode scalar && Tag.BOOL.equals(scalar.getTag());
  }

  public boolean isText() {
    return node instanceof ScalarNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /// Does `work` with this place's text and turns its refusal into a fault of this place.
  public <T> T as(Function<String, T> work) {
    try {
      return work.apply(text());
    } catch (WorkbenchException known) {
      throw known;
    } catch (RuntimeException refused) {
      throw fault(String.valueOf(refused.getMessage()));
    }
  }

  public WorkbenchException fault(String problem) {
    int line = node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    return WorkbenchException.data("C360-DEC-012", file + ", line " + line + ": " + problem + ".");
  }

  private MappingNode map() {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw fault("Keys with values are expected here");
  }
}

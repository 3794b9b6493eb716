package io.customer360.decision.action;

import io.customer360.decision.text.TextBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All actions, in the order of their ids, and the version that follows from their text.
public record Catalogue(List<ActionDefinition> actions, String version, TextBundle source) {
  private static final List<String> DEFAULTS = List.of("general.yaml");

  public Catalogue {
    actions = List.copyOf(actions);
  }

  /// The workspace's `offers` folder, or the general actions when it holds none.
  public static Catalogue ofFolder(Path offers) {
    TextBundle found = TextBundle.ofFolder(offers);
    return found.isEmpty() ? defaults() : parse(found);
  }

  /// Actions that fit any retailer.
  public static Catalogue defaults() {
    return parse(TextBundle.ofResources(Catalogue.class, "offers", DEFAULTS));
  }

  /// Reads and checks; a DATA failure names file, line and what is wrong.
  public static Catalogue parse(TextBundle texts) {
    return new Catalogue(new ActionReader().read(texts), texts.version(), texts);
  }

  public Optional<ActionDefinition> find(String id) {
    return actions.stream().filter(action -> action.id().equals(id)).findFirst();
  }
}

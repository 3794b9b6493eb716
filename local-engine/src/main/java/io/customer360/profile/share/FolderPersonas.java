package io.customer360.profile.share;

import io.customer360.decision.Decisions;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.profile.Profile;
import io.customer360.profile.Profiles;
import io.customer360.profile.UnifiedContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Personas as files of a folder, one each.
public final class FolderPersonas implements Personas {
  private static final String END = ".json";
  private static final int LONGEST = 60;
  private static final int TOLD = 12;

  /// Facts that are numbers of orders and tickets.
  private static final List<String> REFERENCES =
      List.of("last_order_id", "last_late_order", "last_ticket", "recalled_order");

  private final Path folder;
  private final Profiles profiles;
  private final Decisions decisions;
  private final InstantSource clock;

  /// `folder` is made with the first persona.
  public FolderPersonas(Path folder, Profiles profiles, Decisions decisions, InstantSource clock) {
    this.folder = folder;
    this.profiles = profiles;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public Persona save(String customerId, String name) {
    String file = file(name);
    UnifiedContext context = profiles.context(customerId).orElseThrow(() -> unknown(customerId));
    Profile profile = profiles.profile(customerId).orElseThrow(() -> unknown(customerId));
    Persona persona = freeze(name.strip(), PersonaContext.id(file), context, profile);
    try {
      Files.createDirectories(folder);
      keep(folder.resolve(file + END), persona);
      return persona;
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-PSN-004", "Cannot write to " + folder + ". Nothing was saved.", e);
    }
  }

  private synchronized void keep(Path file, Persona persona) throws IOException {
    if (Files.exists(file)) {
      throw WorkbenchException.user(
          "C360-PSN-003",
          "There is a persona " + persona.name() + " already. Choose another name or delete it.");
    }
    AtomicFile.of(file).durable().text(PersonaFile.write(persona));
  }

  private Persona freeze(String name, String id, UnifiedContext context, Profile profile) {
    PersonaContext covered = new PersonaContext(name, Mask.of(profile));
    UnifiedContext frozen = covered.of(context, id);
    DecisionInput input = decisions.input(context.customerId());
    REFERENCES.forEach(fact -> covered.note(input.facts().text(fact)));
    DecisionInput kept = new PersonaInput(name, id, covered::covered).of(input);
    Decision decision = decisions.decide(kept);
    return new Persona(
        name,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        frozen,
        new PersonaDecision(kept, decision));
  }

  @Override
  public PersonaTrial decide(String name) {
    Persona persona = open(name);
    PersonaDecision kept = persona.decided();
    if (kept == null) {
      throw WorkbenchException.user(
          "C360-PSN-010",
          "Persona "
              + persona.name()
              + " was saved without what a decision is made from. Delete it and save it again.");
    }
    return PersonaTrial.of(persona, kept.decision(), decisions.decide(kept.input()));
  }

  private static WorkbenchException unknown(String customerId) {
    return WorkbenchException.user(
        "C360-PSN-005", customerId + " is not a customer of this workspace.");
  }

  @Override
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(file -> file.endsWith(END))
          .map(file -> file.substring(0, file.length() - END.length()))
          .sorted()
          .map(this::name)
          .toList();
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-PSN-006", "Cannot read " + folder + ".", e);
    }
  }

  /// A damaged file goes by its own name, so that it can be seen and deleted.
  private String name(String file) {
    try {
      return read(file).name();
    } catch (WorkbenchException damaged) {
      return file;
    }
  }

  @Override
  public Persona open(String name) {
    return read(file(name));
  }

  private Persona read(String file) {
    try {
      return PersonaFile.read(
          Files.readString(folder.resolve(file + END), StandardCharsets.UTF_8), file + END);
    } catch (NoSuchFileException e) {
      throw missing(file);
    } catch (IOException e) {
      throw PersonaFile.damaged(file + END, "it is not text in UTF-8");
    }
  }

  @Override
  public void delete(String name) {
    String file = file(name);
    try {
      Files.delete(folder.resolve(file + END));
    } catch (NoSuchFileException e) {
      throw missing(file);
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-PSN-007", "Cannot delete in " + folder + ".", e);
    }
  }

  private WorkbenchException missing(String file) {
    return WorkbenchException.user("C360-PSN-008", "There is no persona " + file + ". " + known());
  }

  private String known() {
    List<String> names = names();
    if (names.isEmpty()) {
      return "Save one with: workbench persona save ID NAME";
    }
    int more = names.size() - TOLD;
    return "There are: "
        + String.join(", ", names.subList(0, Math.min(TOLD, names.size())))
        + (more > 0 ? " and " + more + " more." : ".");
  }

  /// `Quiet gold family` as `quiet-gold-family`: letters of any script and digits, the rest a dash.
  static String file(String name) {
    String plain =
        Normalizer.normalize(name.strip(), Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.isEmpty() || plain.length() > LONGEST) {
      throw WorkbenchException.user(
          "C360-PSN-009",
          "A persona's name needs 1 to " + LONGEST + " letters or digits, such as: Quiet family");
    }
    return plain;
  }
}

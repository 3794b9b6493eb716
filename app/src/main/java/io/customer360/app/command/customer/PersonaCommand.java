package io.customer360.app.command.customer;

import io.customer360.app.console.Customers;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.profile.share.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `workbench persona`: customers frozen under made-up names.
@Command(
    name = "persona",
    description = "Test personas: customers frozen under made-up names, nothing in them tells who.",
    subcommands = {
      PersonaCommand.Save.class,
      PersonaCommand.Listing.class,
      PersonaCommand.Show.class,
      PersonaCommand.Delete.class
    },
    footer = {"", "Example:", "  workbench persona save C-004711 \"Quiet gold family\""})
public final class PersonaCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }

  @Command(
      name = "save",
      description = "Freeze what is known of a customer today.",
      footer = {"", "Example:", "  workbench persona save C-004711 \"Quiet gold family\""})
  static final class Save extends WorkbenchCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The customer, by id or words.")
    private String who = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The made-up name.")
    private String name = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            Persona persona = engine.personas().save(Customers.id(engine, who), name);
            if (output().json()) {
              output().document(Map.of("name", persona.name(), "saved_at", persona.savedAt()));
            } else {
              output().line("Saved %s (%s).", persona.name(), persona.context().customerId());
            }
            return 0;
          });
    }
  }

  @Command(
      name = "list",
      description = "The personas of this workspace.",
      footer = {"", "Example:", "  workbench persona list --json"})
  static final class Listing extends WorkbenchCommand {
    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            List<String> names = engine.personas().names();
            if (output().json()) {
              output().document(Map.of("personas", names));
            } else if (names.isEmpty()) {
              output().line("No persona yet. Save one with: workbench persona save ID NAME");
            } else {
              List<List<Object>> rows = new ArrayList<>();
              names.forEach(name -> rows.add(List.of(name)));
              output().table(List.of("persona"), rows);
            }
            return 0;
          });
    }
  }

  @Command(
      name = "show",
      description = "What a persona holds, as JSON.",
      footer = {"", "Example:", "  workbench persona show \"Quiet gold family\""})
  static final class Show extends WorkbenchCommand {
    @Parameters(paramLabel = "NAME", description = "The persona's name.")
    private String name = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            output().raw(engine.personas().open(name).context().toJson());
            return 0;
          });
    }
  }

  @Command(
      name = "delete",
      description = "Delete a persona.",
      footer = {"", "Example:", "  workbench persona delete \"Quiet gold family\""})
  static final class Delete extends WorkbenchCommand {
    @Parameters(paramLabel = "NAME", description = "The persona's name.")
    private String name = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            engine.personas().delete(name);
            if (output().json()) {
              output().document(Map.of("deleted", name));
            } else {
              output().line("Deleted %s.", name);
            }
            return 0;
          });
    }
  }
}

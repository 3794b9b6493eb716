package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.studio.alike.Alike;
import io.customer360.studio.desk.AlikeFinder;
import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentStudio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench segment lookalike`.
@Command(
    name = "lookalike",
    description =
        "People who are like those of a segment, with a check: a fifth of the segment is left out"
            + " and looked for, five times.",
    footer = {
      "",
      "Example:",
      "  workbench segment lookalike loyal --size 500",
      "  workbench segment lookalike loyal --min-similarity 0.5 --save \"Like the loyal\""
    })
final class SegmentLookAlikeCommand extends WorkbenchCommand {
  private static final int CURVE = 12;
  private static final int TRAITS = 6;

  @Parameters(paramLabel = "ID", description = "The segment's id.")
  private String id = "";

  @Option(names = "--size", paramLabel = "N", description = "How many people to take.")
  private @Nullable Integer size;

  @Option(
      names = "--min-similarity",
      paramLabel = "X",
      description = "Take everybody at least so similar: 0.5 is as typical as the median member.")
  private @Nullable Double least;

  @Option(
      names = "--features",
      paramLabel = "SET",
      description = "rfm, behaviour, engagement or all (default behaviour).")
  private String features = "behaviour";

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the check (default 7).")
  private long seed = 7;

  @Option(names = "--save", paramLabel = "TITLE", description = "Save them as a static list.")
  private @Nullable String title;

  @Option(names = "--out", paramLabel = "FILE", description = "Write them as CSV.")
  private @Nullable Path file;

  @Override
  public Integer call() throws Exception {
    Integer wanted = size;
    Double similar = least;
    if (wanted == null == (similar == null)) {
      throw WorkbenchException.user(
          "C360-CLI-049", "Say how many: --size N or --min-similarity X, one of the two.");
    }
    if (wanted != null && wanted < 1 || similar != null && !(similar >= 0 && similar <= 1)) {
      throw WorkbenchException.user(
          "C360-CLI-049", "--size is at least 1, --min-similarity between 0 and 1.");
    }
    return withEngine(
        (engine, progress) -> {
          SegmentStudio studio = SegmentCommand.studio(engine);
          SegmentDefinition segment = studio.definition(id);
          AlikeFinder.Found found =
              new AlikeFinder(engine.lakehouse(), studio)
                  .find(studio.rule(segment), features, seed, progress);
          Alike alike = found.alike();
          int take =
              wanted != null
                  ? Math.min(wanted, alike.rows().length)
                  : alike.sizeAt(similar == null ? 0 : similar);
          if (take == 0) {
            throw WorkbenchException.user(
                "C360-CLU-051",
                "Nobody is that similar; the most similar has "
                    + Text.decimal(alike.similarity()[0], 2)
                    + ".");
          }
          Path to = file;
          if (to != null) {
            write(to, found, take);
          }
          String name = title;
          StaticLists.Made made =
              name == null
                  ? null
                  : new StaticLists(studio, engine.lakehouse(), engine.person())
                      .make(
                          name,
                          "People like those of " + segment.title() + ".",
                          found.customers(take),
                          progress);
          progress.close();
          Output out = output();
          if (out.json()) {
            out.document(document(found, take, made));
          } else {
            print(out, segment, found, take, made);
          }
          return 0;
        });
  }

  private static void print(
      Output out,
      SegmentDefinition segment,
      AlikeFinder.Found found,
      int take,
      StaticLists.@Nullable Made made) {
    Alike alike = found.alike();
    Alike.Cut cut = alike.cut(take);
    out.line(
        "%s: %s people, %s others ranked",
        segment.title(), Text.whole(alike.seeds()), Text.whole(alike.rows().length));
    out.line(
        "check       AUC %s (95 %%: %s to %s; by fifth %s)",
        Text.decimal(alike.auc(), 3),
        Text.decimal(alike.aucLow(), 3),
        Text.decimal(alike.aucHigh(), 3),
        java.util.Arrays.stream(alike.aucByFold())
            .mapToObj(auc -> Text.decimal(auc, 2))
            .collect(Collectors.joining(" ")));
    out.line(
        "the next %s  similarity at least %s; as large a part of everybody finds %s %% of left-out"
            + " members, %s times as many as by chance",
        Text.whole(take),
        Text.decimal(cut.similarity(), 2),
        Text.decimal(100 * cut.found(), 1),
        Text.decimal(cut.lift(), 1));
    if (!found.leftOut().isEmpty()) {
      out.line("left out    %s (the segment is made of it)", String.join(", ", found.leftOut()));
    }
    out.line("");
    List<List<Object>> traits = new ArrayList<>();
    for (Alike.Trait trait : alike.traits().stream().limit(TRAITS).toList()) {
      traits.add(
          List.of(
              trait.feature(),
              Text.decimal(trait.deviations(), 2),
              Text.decimal(alike.deviations(trait.feature(), take), 2)));
    }
    out.table(List.of("deviations from everybody", "segment", "look-alikes"), traits);
    out.line("");
    List<List<Object>> curve = new ArrayList<>();
    for (Alike.Cut one : alike.curve(CURVE)) {
      curve.add(
          List.of(
              one.size(),
              Text.decimal(one.similarity(), 2),
              Text.decimal(100 * one.found(), 1) + " %",
              Text.decimal(one.lift(), 1)));
    }
    out.table(List.of("size", "similarity", "left-out found", "lift"), curve);
    if (made != null) {
      out.line("");
      out.line(
          "%s saved as a list of %s people, id %s",
          made.segment().title(), Text.whole(made.members()), made.segment().id());
    }
  }

  private static Map<String, Object> document(
      AlikeFinder.Found found, int take, StaticLists.@Nullable Made made) {
    Alike alike = found.alike();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("seeds", alike.seeds());
    document.put("others", alike.rows().length);
    document.put("auc", alike.auc());
    document.put("auc_low", alike.aucLow());
    document.put("auc_high", alike.aucHigh());
    document.put("auc_by_fold", alike.aucByFold());
    document.put("cut", alike.cut(take));
    document.put("left_out", found.leftOut());
    document.put("traits", alike.traits());
    document.put("curve", alike.curve(CURVE));
    if (made != null) {
      document.put("saved_as", made.segment().id());
      document.put("members", made.members());
    }
    return document;
  }

  private static void write(Path to, AlikeFinder.Found found, int take) {
    StringBuilder text = new StringBuilder("customer_id,similarity\n");
    List<String> customers = found.customers(take);
    for (int i = 0; i < take; i++) {
      text.append(customers.get(i)).append(',').append(found.alike().similarity()[i]).append('\n');
    }
    try {
      AtomicFile.of(to).text(text.toString());
    } catch (IOException e) {
      throw WorkbenchException.user("C360-CLU-031", "Cannot write " + to + ".");
    }
  }
}

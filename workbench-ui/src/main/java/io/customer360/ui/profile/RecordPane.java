package io.customer360.ui.profile;

import io.customer360.profile.DecisionNote;
import io.customer360.profile.GoldenField;
import io.customer360.profile.Profile;
import io.customer360.profile.SegmentSince;
import io.customer360.profile.SourceRecord;
import io.customer360.profile.consent.ConsentCell;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.ConsentMatrix;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The golden record with where each value is from, the consents, the segments, and what was
/// decided before.
final class RecordPane {
  private static final double ROW = 28;
  private static final int NOTES = 8;
  private static final Set<String> MAIN =
      Set.of("full_name", "email", "phone", "address", "birth_date", "loyalty_id");

  private final UiContext context;
  private final Formats formats;
  private final ProfileModel model;
  private final Runnable whyOne;
  private final NextPulse pulse = new NextPulse();
  private final VBox content = new VBox();
  private final ScrollPane root = new ScrollPane(content);
  private @Nullable PaneHeader segmentsHead;

  /// @param whyOne shows why these records are one person
  RecordPane(UiContext context, ProfileModel model, Runnable whyOne) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.whyOne = whyOne;
    content.getStyleClass().add("pane");
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    root.setMinWidth(380);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.getStyleClass().addAll("pane", "edge-to-edge");
    model.opened().subscribe(load -> pulse.run(() -> model.current().ifPresent(this::show)));
  }

  Node root() {
    return root;
  }

  /// Scrolls to the segments.
  void showSegments() {
    PaneHeader head = segmentsHead;
    double hidden = content.getHeight() - root.getViewportBounds().getHeight();
    if (head != null && hidden > 0) {
      root.setVvalue(Math.clamp(head.getBoundsInParent().getMinY() / hidden, 0.0, 1.0));
    }
  }

  private void show(ProfileModel.Opened opened) {
    Profile profile = opened.profile();
    PaneHeader golden =
        new PaneHeader(
            Messages.text("profile.golden"),
            Messages.text(
                "profile.golden.records",
                formats.count(profile.records().size()),
                profile.records().size()));
    golden.right(Nodes.link(Messages.text("profile.golden.why"), whyOne));
    FlowPane sources = new FlowPane(6, 6);
    sources.getStyleClass().add("source-chips");
    for (Profile.SourceCount source : profile.sources()) {
      Chip chip =
          Chip.filter(
              Words.sourceIcon(source.source()),
              Words.source(source.source()) + "  " + formats.count(source.records()),
              () -> {});
      chip.setOnAction(event -> records(chip, profile, source.source()));
      sources.getChildren().add(chip);
    }
    content.getChildren().setAll(golden, sources, table(main(profile.golden())));
    if (main(profile.golden()).size() < profile.golden().size()) {
      content.getChildren().add(rest(profile.golden()));
    }
    consents(profile);
    segments(opened);
    decisions(profile);
    root.setVvalue(0);
  }

  /// The fields one looks for; the parts of name and address are a click away.
  private static List<GoldenField> main(List<GoldenField> fields) {
    return fields.stream().filter(field -> MAIN.contains(field.field())).toList();
  }

  private Node rest(List<GoldenField> fields) {
    Hyperlink all =
        Nodes.link(Messages.text("profile.golden.all", formats.count(fields.size())), () -> {});
    all.setOnAction(
        event -> {
          DataTable<GoldenField> table = table(fields);
          table.setPrefWidth(560);
          Popups.show(all, Messages.text("profile.golden"), formats.count(fields.size()), table);
        });
    HBox row = Nodes.row(0, all);
    row.getStyleClass().add("golden-rest");
    return row;
  }

  private DataTable<GoldenField> table(List<GoldenField> fields) {
    DataTable<GoldenField> table =
        new DataTable<>("profile.golden", Messages.text("profile.golden"), context.memory());
    table.text(
        "field", Messages.text("profile.golden.field"), 87, GoldenField::label, "muted-text");
    table.text(
        "value", Messages.text("profile.golden.value"), 181, this::value, "medium", Personal.CLASS);
    table.text("source", Messages.text("profile.golden.source"), 88, f -> Words.source(f.source()));
    table.text("rule", Messages.text("profile.golden.rule"), 84, GoldenField::rule, "muted-text");
    table.figure(
        "trust",
        Messages.text("profile.golden.trust"),
        42,
        f -> score(f.trust()),
        GoldenField::trust);
    table.graphic(
        "other",
        Messages.text("profile.golden.other"),
        56,
        this::others,
        f -> formats.count(f.others().size()));
    table.getColumns().getFirst().getStyleClass().add("field-cell");
    table.getColumns().getLast().getStyleClass().addAll("align-right", "last-cell");
    table.items(fields);
    table.onOpen(field -> rejected(table, field));
    table.setMinHeight(ROW * (fields.size() + 1) + 2);
    table.setPrefHeight(ROW * (fields.size() + 1) + 2);
    table.setMaxHeight(ROW * (fields.size() + 1) + 2);
    table.getStyleClass().add("golden-table");
    return table;
  }

  private String value(GoldenField field) {
    return Words.golden(formats, field.field(), field.value());
  }

  private String score(@Nullable Double value) {
    return value == null ? "" : formats.score(value);
  }

  private Node others(GoldenField field) {
    int count = field.others().size();
    HBox cell = new HBox();
    cell.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    if (count == 0) {
      cell.getChildren().add(Nodes.label("0", "muted", "num"));
      return cell;
    }
    Hyperlink link = Nodes.link(formats.count(count), () -> {});
    link.getStyleClass().add("num");
    link.setAccessibleText(
        Messages.text("profile.golden.others", formats.count(count), field.label()));
    link.setOnAction(event -> rejected(link, field));
    cell.getChildren().add(link);
    return cell;
  }

  private void rejected(Node beside, GoldenField field) {
    DataTable<GoldenField.Other> table =
        new DataTable<>("profile.others", Messages.text("profile.golden.other"), context.memory());
    table.text(
        "value",
        Messages.text("profile.golden.value"),
        210,
        GoldenField.Other::value,
        Personal.CLASS);
    table.text(
        "source", Messages.text("profile.golden.source"), 110, o -> Words.source(o.source()));
    table.text("at", Messages.text("profile.golden.recorded"), 120, o -> moment(o.recordedAt()));
    table.text("reason", Messages.text("profile.golden.reason"), 150, GoldenField.Other::reason);
    table.items(field.others());
    table.empty(Messages.text("profile.golden.no-others"));
    table.setPrefSize(600, Math.min(8, Math.max(2, field.others().size() + 1)) * ROW + 6);
    Popups.show(
        beside, Messages.text("profile.golden.rejected", field.label()), field.value(), table);
  }

  private String moment(@Nullable Instant at) {
    return at == null ? "" : formats.dateTime(at);
  }

  private void records(Node beside, Profile profile, String source) {
    DataTable<SourceRecord> table =
        new DataTable<>("profile.records", Messages.text("profile.records"), context.memory());
    table.text("key", Messages.text("profile.records.key"), 110, SourceRecord::sourceKey, "mono");
    table.text(
        "name", Messages.text("profile.records.name"), 140, r -> text(r.name()), Personal.CLASS);
    table.text(
        "email", Messages.text("profile.records.email"), 180, r -> text(r.email()), Personal.CLASS);
    table.text(
        "phone", Messages.text("profile.records.phone"), 120, r -> text(r.phone()), Personal.CLASS);
    table.text("rule", Messages.text("profile.records.rule"), 130, SourceRecord::rule);
    table.text("file", Messages.text("profile.records.file"), 160, RecordPane::place);
    List<SourceRecord> rows =
        profile.records().stream().filter(record -> record.source().equals(source)).toList();
    table.items(rows);
    table.setPrefSize(860, Math.min(10, rows.size() + 1) * ROW + 6);
    Popups.show(
        beside,
        Words.source(source),
        Messages.text("profile.golden.records", formats.count(rows.size()), rows.size()),
        table);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String place(SourceRecord record) {
    String file = record.file();
    Long line = record.line();
    if (file == null) {
      return "";
    }
    return line == null ? file : file + " " + Messages.text("profile.event.line", line.toString());
  }

  private void consents(Profile profile) {
    io.customer360.profile.consent.ConsentMatrix matrix = profile.consents();
    PaneHeader head =
        new PaneHeader(
            Messages.text("profile.consents"),
            Messages.text(
                "profile.consents.fact", formats.count(matrix.records()), matrix.records()));
    head.getStyleClass().add("second-header");
    List<ConsentMatrix.Row> rows =
        matrix.purposes().stream()
            .map(
                purpose ->
                    new ConsentMatrix.Row(
                        Words.purpose(purpose),
                        matrix.channels().stream()
                            .map(channel -> state(matrix.cell(purpose, channel)))
                            .toList()))
            .toList();
    ConsentMatrix[] grid = new ConsentMatrix[1];
    grid[0] =
        new ConsentMatrix(
            Messages.text("profile.consents.purpose"),
            matrix.channels().stream().map(Words::channel).toList(),
            rows,
            (y, x) ->
                consent(grid[0], matrix.cell(matrix.purposes().get(y), matrix.channels().get(x))));
    content.getChildren().addAll(head, grid[0]);
  }

  private static ConsentMatrix.State state(ConsentCell cell) {
    return switch (cell.status()) {
      case YES -> ConsentMatrix.State.YES;
      case NO -> ConsentMatrix.State.NO;
      case NOT_ASKED -> ConsentMatrix.State.NOT_ASKED;
    };
  }

  private void consent(Node beside, ConsentCell cell) {
    String source = cell.source();
    Popups.show(
        beside,
        Words.purpose(cell.purpose()) + ", " + Words.channel(cell.channel()),
        cell.status().words(),
        Popups.facts(
            List.of(
                List.of(
                    Messages.text("profile.consents.said"),
                    cell.recordedAt() == null
                        ? Messages.text("profile.consents.nobody-asked")
                        : moment(cell.recordedAt())),
                List.of(
                    Messages.text("profile.golden.source"),
                    source == null ? "" : Words.source(source)),
                List.of(
                    Messages.text("profile.consents.records"),
                    cell.records() == 0 ? "" : formats.count(cell.records())))));
  }

  private void segments(ProfileModel.Opened opened) {
    Profile profile = opened.profile();
    PaneHeader head =
        new PaneHeader(
            Messages.text("profile.segments"),
            profile.segments().isEmpty()
                ? Messages.text("profile.segments.none")
                : Messages.text("profile.segments.since"));
    head.getStyleClass().add("second-header");
    content.getChildren().add(head);
    segmentsHead = head;
    VBox rows = new VBox();
    rows.getStyleClass().add("record-rows");
    for (SegmentSince segment : profile.segments()) {
      LocalDate since = segment.since();
      Label name =
          Nodes.label(
              opened
                  .segmentNames()
                  .getOrDefault(segment.segment(), Words.plain(segment.segment())));
      name.setGraphic(Icons.small("fth-pie-chart"));
      name.setGraphicTextGap(8);
      rows.getChildren()
          .add(
              Nodes.row(
                  8,
                  name,
                  Nodes.spacer(),
                  Nodes.label(
                      since == null ? "" : formats.date(since), "caption", "muted", "num")));
    }
    if (!rows.getChildren().isEmpty()) {
      content.getChildren().add(rows);
    }
  }

  private void decisions(Profile profile) {
    PaneHeader head =
        new PaneHeader(
            Messages.text("profile.decisions"),
            Messages.text(
                profile.decisions().isEmpty()
                    ? "profile.decisions.none"
                    : "profile.decisions.fact"));
    head.getStyleClass().add("second-header");
    content.getChildren().add(head);
    VBox rows = new VBox();
    rows.getStyleClass().add("record-rows");
    profile.decisions().stream().limit(NOTES).forEach(note -> rows.getChildren().add(note(note)));
    if (!rows.getChildren().isEmpty()) {
      content.getChildren().add(rows);
    }
  }

  private Node note(DecisionNote note) {
    BigDecimal outcome = note.outcome();
    Label name = Nodes.label(note.title() + ", " + note.state());
    name.setGraphic(Icons.small(Words.channelIcon(note.channel())));
    name.setGraphicTextGap(8);
    name.setMinWidth(0);
    Label money =
        Nodes.label(outcome == null ? "" : formats.moneySigned(outcome.doubleValue(), true), "num");
    money.setMinWidth(Label.USE_PREF_SIZE);
    Label day = Nodes.label(formats.date(note.at()), "caption", "muted", "num");
    day.setMinWidth(Label.USE_PREF_SIZE);
    HBox row = Nodes.row(8, name, Nodes.spacer(), money, day);
    Destination there = new Destination.Decision(note.decisionId());
    if (!context.navigator().knows(there)) {
      return row;
    }
    Button button = new Button();
    button.setGraphic(row);
    row.prefWidthProperty().bind(button.widthProperty().subtract(2));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().addAll("flat", "record-link");
    Nodes.named(button, AccessibleRole.BUTTON, name.getText() + ", " + day.getText());
    button.setOnAction(event -> context.navigator().go(there));
    return button;
  }
}

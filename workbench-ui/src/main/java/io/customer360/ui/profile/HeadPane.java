package io.customer360.ui.profile;

import io.customer360.identity.household.Household;
import io.customer360.profile.ProfileHeader;
import io.customer360.profile.ProfileStats;
import io.customer360.profile.Trust;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Stat;
import io.customer360.ui.control.Tone;
import io.customer360.ui.control.TrustRing;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who this is, in 104 px: name, badges, the figures that matter, and how far the record can be
/// trusted.
final class HeadPane {
  /// Below this width the parts of the trust score make room for the figures.
  private static final double WIDE = 1330;

  private final UiContext context;
  private final Formats formats;
  private final Runnable showSegments;
  private final HBox root = new HBox(16);
  private @Nullable Node parts;

  /// @param showSegments brings the customer's segments into view
  HeadPane(UiContext context, Runnable showSegments) {
    this.context = context;
    this.showSegments = showSegments;
    this.formats = context.formats();
    root.getStyleClass().add("profile-head");
    root.setAlignment(Pos.CENTER_LEFT);
    root.widthProperty().subscribe(this::fit);
  }

  Node root() {
    return root;
  }

  void show(ProfileModel.Opened opened) {
    ProfileHeader header = opened.profile().header();
    Label face = Nodes.label(header.initials(), "avatar", "profile-face", Personal.CLASS);
    face.setMinSize(56, 56);
    face.setMaxSize(56, 56);
    HBox stats = stats(opened);
    TrustRing ring = new TrustRing(opened.profile().trust().trust());
    ring.setMinWidth(72);
    parts = parts(opened.profile().trust());
    HBox trust = Nodes.row(16, Nodes.rule(68), ring, parts);
    trust.setMinWidth(HBox.USE_PREF_SIZE);
    VBox who = who(header, opened.household());
    HBox.setHgrow(who, Priority.ALWAYS);
    root.getChildren().setAll(face, who, stats, trust);
    fit();
  }

  private void fit() {
    if (parts != null) {
      Nodes.visible(parts, root.getWidth() == 0 || root.getWidth() >= WIDE);
    }
  }

  private VBox who(ProfileHeader header, Optional<Household> household) {
    Label name = Nodes.label(header.name(), "title", Personal.CLASS);
    name.setMinWidth(Label.USE_PREF_SIZE);
    HBox first = Nodes.row(8, name);
    String lifecycle = header.lifecycle();
    if (lifecycle != null) {
      first
          .getChildren()
          .add(
              Chip.badge(
                  Words.lifecycleIcon(lifecycle),
                  Words.plain(lifecycle),
                  Words.lifecycleTone(lifecycle)));
    }
    String value = header.valueTier();
    if (value != null && !value.equals("mid")) {
      first
          .getChildren()
          .add(
              Chip.badge(
                  value.equals("high") ? "fth-chevrons-up" : "fth-chevrons-down",
                  Messages.text("profile.value-tier." + value),
                  Tone.NORMAL));
    }
    String tier = header.tier();
    if (tier != null && !tier.isBlank()) {
      first.getChildren().add(Chip.badge("fth-award", Words.plain(tier), Tone.NORMAL));
    }
    LocalDate since = header.customerSince();
    String second =
        Stream.of(
                header.customerId(),
                header.city(),
                since == null ? null : Messages.text("profile.head.since", formats.month(since)))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    HBox third = Nodes.row(0);
    household.ifPresentOrElse(
        home -> third.getChildren().add(home(home)), () -> third.getChildren().add(made(header)));
    third.getChildren().addAll(membership(header.segments()));
    VBox who = new VBox(4, first, Nodes.label(second, "caption", "muted"), third);
    who.setAlignment(Pos.CENTER_LEFT);
    who.setMinWidth(180);
    who.widthProperty().subscribe(width -> dropWhatIsCut(first, width.doubleValue()));
    return who;
  }

  /// A mark that does not fit beside the name goes, the last first: cut, it would run into the next
  /// figure.
  private static void dropWhatIsCut(HBox row, double width) {
    double used = 0;
    for (Node part : row.getChildren()) {
      used += part.prefWidth(-1);
      boolean name = part == row.getChildren().getFirst();
      Nodes.visible(part, name || width == 0 || used <= width);
      used += row.getSpacing();
    }
  }

  private Label made(ProfileHeader header) {
    Label made =
        Nodes.label(
            Messages.text(
                "profile.head.made-of",
                formats.count(header.sourceRecords()),
                header.sourceRecords()),
            "caption",
            "muted");
    made.setGraphic(Icons.of("fth-layers", 13));
    made.setGraphicTextGap(5);
    return made;
  }

  /// `, member of 2 segments`; the number leads to them.
  private List<Node> membership(int segments) {
    if (segments == 0) {
      return List.of(Nodes.label(Messages.text("profile.head.in-none"), "caption", "muted"));
    }
    Hyperlink link =
        Nodes.link(
            Messages.text("profile.head.segments", formats.count(segments), segments),
            showSegments);
    link.getStyleClass().addAll("caption", "head-household");
    link.setMinWidth(Hyperlink.USE_PREF_SIZE);
    return List.of(Nodes.label(Messages.text("profile.head.member"), "caption", "muted"), link);
  }

  /// `Okafor household, 4 people`; opens who they are and what holds them together.
  private Node home(Household household) {
    Hyperlink link =
        Nodes.link(
            Messages.text(
                household.name() == null ? "profile.household.nameless" : "profile.household.named",
                household.name() == null ? "" : household.name(),
                formats.count(household.members().size())),
            () -> {});
    link.getStyleClass().addAll("caption", "head-household", Personal.CLASS);
    link.setGraphic(Icons.of("fth-home", 13, "accent"));
    link.setGraphicTextGap(5);
    link.setMinWidth(Hyperlink.USE_PREF_SIZE);
    link.setOnAction(event -> HouseholdPopup.show(link, context, household));
    return link;
  }

  private HBox stats(ProfileModel.Opened opened) {
    ProfileStats stats = opened.profile().stats();
    Double churn = stats.churnRisk();
    Stat risk =
        new Stat(
            Messages.text("profile.stat.churn"),
            churn == null ? Messages.text("profile.unknown") : formats.score(churn));
    Double before = stats.churnBefore();
    LocalDate beforeOn = stats.churnBeforeOn();
    if (churn == null) {
      risk.fact(Messages.text("profile.stat.no-score"));
    } else if (before != null && beforeOn != null) {
      double change = churn - before;
      String way = change > 0.005 ? "up" : change < -0.005 ? "down" : "same";
      risk.fact(
          Messages.text("profile.stat." + way, formats.score(before), formats.date(beforeOn)),
          change > 0.1 ? Tone.WARN : Tone.MUTED);
    }
    Stat margin =
        new Stat(Messages.text("profile.stat.margin"), formats.money(stats.margin12m()))
            .fact(Messages.text("profile.stat.revenue", formats.money(stats.revenue12m())));
    BigDecimal atRisk = stats.atRisk();
    Stat stake =
        new Stat(
            Messages.text("profile.stat.at-risk"),
            atRisk == null ? Messages.text("profile.unknown") : formats.money(atRisk));
    opened
        .rank()
        .ifPresent(
            rank ->
                stake.fact(
                    Messages.text(
                        "profile.stat.rank",
                        formats.count(rank.position()),
                        formats.count(rank.total()),
                        Words.lower(rank.list()))));
    Integer days = stats.daysSinceOrder();
    Stat last =
        new Stat(
            Messages.text("profile.stat.last-order"),
            days == null
                ? Messages.text("profile.stat.never")
                : Messages.text("profile.stat.days", formats.count(days), days));
    Double usual = stats.usualGapDays();
    if (usual != null) {
      last.fact(Messages.text("profile.stat.usual", formats.number(usual, 0)));
    }
    HBox row = Nodes.row(18, risk, margin, stake, last);
    row.setAlignment(Pos.TOP_LEFT);
    row.setMaxHeight(HBox.USE_PREF_SIZE);
    row.setMinWidth(HBox.USE_PREF_SIZE);
    return row;
  }

  private static Node parts(Trust trust) {
    HBox title =
        Nodes.row(
            4,
            Nodes.label(Messages.text("profile.trust"), "caption", "strong"),
            Nodes.label(Messages.text("profile.trust.product"), "caption", "muted"));
    VBox box =
        new VBox(
            1,
            title,
            TrustRing.parts(
                List.of(
                    part("reliability", trust.reliability()),
                    part("freshness", trust.freshness()),
                    part("agreement", trust.agreement()),
                    part("completeness", trust.completeness()))));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static TrustRing.Part part(String key, double value) {
    return new TrustRing.Part(Messages.text("profile.trust." + key), value);
  }
}

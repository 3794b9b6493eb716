package io.customer360.ui.profile;

import io.customer360.identity.household.Household;
import io.customer360.identity.household.Tie;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who lives or pays together, and what that rests on. A row opens its customer.
final class HouseholdPopup {
  private static final int ROW = 28;
  private static final int MOST_ROWS = 8;
  private static final int MOST_TIES = 6;

  private HouseholdPopup() {}

  static void show(Node beside, UiContext context, Household household) {
    DataTable<Household.Member> table =
        new DataTable<>(
            "profile.household", Messages.text("profile.household.members"), context.memory());
    table.text(
        "name",
        Messages.text("profile.household.name"),
        190,
        member -> member.name() == null ? member.customerId() : member.name(),
        "medium",
        Personal.CLASS);
    table.text("id", Messages.text("profile.household.id"), 90, Household.Member::customerId);
    table.text(
        "lifecycle",
        Messages.text("profile.household.lifecycle"),
        90,
        member -> member.lifecycle() == null ? "" : Words.plain(member.lifecycle()));
    table.figure(
        "margin",
        Messages.text("profile.household.margin"),
        110,
        member -> context.formats().money(member.margin12m()),
        Household.Member::margin12m);
    table.items(household.members());
    table.onOpen(
        member ->
            context
                .navigator()
                .go(
                    new Destination.Customer(
                        member.customerId(),
                        household.members().stream().map(Household.Member::customerId).toList())));
    int rows = Math.min(MOST_ROWS, household.members().size());
    table.setPrefSize(500, ROW * (rows + 1) + 4);
    table.setMinHeight(ROW * (rows + 1) + 4);
    VBox ties = new VBox(4);
    for (String tie : words(household)) {
      Label line = Nodes.wrapped(tie, "caption", "muted");
      line.setMaxWidth(500);
      ties.getChildren().add(Personal.mark(line));
    }
    Popups.show(
        beside,
        Messages.text("profile.household"),
        Messages.text(
            "profile.household.people", context.formats().count(household.members().size())),
        new VBox(8, table, ties));
  }

  /// One line for each thing shared: `Ngozi, Chidi and Ada Okafor live at 14 Beckett Row, LS6 3QN.`
  static List<String> words(Household household) {
    Map<String, String> names = new HashMap<>();
    household.members().forEach(member -> names.put(member.customerId(), name(member)));
    Map<String, Set<String>> sharing = new LinkedHashMap<>();
    for (Tie tie : household.ties()) {
      Set<String> people =
          sharing.computeIfAbsent(
              tie.kind().words() + " " + tie.value(), shared -> new TreeSet<>());
      people.add(names.getOrDefault(tie.left(), tie.left()));
      people.add(names.getOrDefault(tie.right(), tie.right()));
    }
    return sharing.entrySet().stream()
        .limit(MOST_TIES)
        .map(entry -> joined(List.copyOf(entry.getValue())) + " " + entry.getKey() + ".")
        .toList();
  }

  private static String name(Household.Member member) {
    @Nullable String name = member.name();
    return name == null ? member.customerId() : name;
  }

  private static String joined(List<String> names) {
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}

package io.customer360.studio.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final Rule A = new Rule.Membership("a");
  private static final Rule B = new Rule.Membership("b");
  private static final Rule C = new Rule.Membership("c");

  @Test
  void movesPastANeighbour() {
    Edits.Edit edit = Edits.move(Rule.all(A, B, C), "1", 1);
    assertThat(edit.root()).isEqualTo(Rule.all(B, A, C));
    assertThat(edit.place()).isEqualTo("2");
  }

  @Test
  void movesIntoAGroupAndOutOfIt() {
    Edits.Edit in = Edits.move(Rule.all(A, Rule.any(B), C), "1", 1);
    assertThat(in.root()).isEqualTo(Rule.all(Rule.any(A, B), C));
    assertThat(in.place()).isEqualTo("1.1");
    Edits.Edit out = Edits.move(Rule.all(Rule.any(A, B), C), "1.2", 1);
    assertThat(out.root()).isEqualTo(Rule.all(Rule.any(A), B, C));
    assertThat(out.place()).isEqualTo("2");
    Edits.Edit up = Edits.move(Rule.all(A, Rule.any(B), C), "3", -1);
    assertThat(up.root()).isEqualTo(Rule.all(A, Rule.any(B, C)));
    assertThat(up.place()).isEqualTo("2.2");
    Edits.Edit before = Edits.move(Rule.all(Rule.any(A, B), C), "1.1", -1);
    assertThat(before.root()).isEqualTo(Rule.all(A, Rule.any(B), C));
    assertThat(before.place()).isEqualTo("1");
  }

  @Test
  void theEndsOfTheTreeStopAMove() {
    Rule tree = Rule.all(A, B);
    assertThat(Edits.move(tree, "1", -1).root()).isEqualTo(tree);
    assertThat(Edits.move(tree, "2", 1).root()).isEqualTo(tree);
    assertThat(Edits.move(tree, "", 1).root()).isEqualTo(tree);
  }

  @Test
  void addsBehindTheSelectedOneOrAtTheEndOfTheSelectedGroup() {
    assertThat(Edits.add(Rule.all(A, B), "1", C).root()).isEqualTo(Rule.all(A, C, B));
    assertThat(Edits.add(Rule.all(A, Rule.any(B)), "2", C).root())
        .isEqualTo(Rule.all(A, Rule.any(B, C)));
    assertThat(Edits.add(A, "", B).root()).isEqualTo(Rule.all(A, B));
    assertThat(Edits.add(Rule.all(A), "9.9", B).root()).isEqualTo(Rule.all(A, B));
  }

  @Test
  void groupsAndTakesApart() {
    Edits.Edit grouped = Edits.group(Rule.all(A, B), "2");
    assertThat(grouped.root()).isEqualTo(Rule.all(A, Rule.any(B)));
    assertThat(grouped.place()).isEqualTo("2.1");
    assertThat(Edits.ungroup(Rule.all(A, Rule.any(B, C)), "2").root()).isEqualTo(Rule.all(A, B, C));
  }

  @Test
  void removesAndSelectsWhatTakesThePlace() {
    assertThat(Edits.remove(Rule.all(A, B, C), "2").place()).isEqualTo("2");
    assertThat(Edits.remove(Rule.all(A, B), "2").place()).isEqualTo("1");
    assertThat(Edits.remove(Rule.all(Rule.any(A)), "1.1").place()).isEqualTo("1");
  }

  @Test
  void noMoveLosesOrDoublesARule() {
    SplittableRandom random = new SplittableRandom(11);
    Rule tree = Rule.all(A, Rule.any(B, Rule.none(C, A)), Rule.all(), new Rule.Off(B), Rule.any(C));
    List<String> before = leaves(tree);
    for (int i = 0; i < 2_000; i++) {
      List<String> places = places(tree);
      String place = places.get(random.nextInt(places.size()));
      Rule moved = RuleTree.at(tree, place);
      Edits.Edit edit = Edits.move(tree, place, random.nextBoolean() ? 1 : -1);
      tree = edit.root();
      assertThat(leaves(tree)).containsExactlyInAnyOrderElementsOf(before);
      assertThat(RuleTree.at(tree, edit.place())).isEqualTo(moved);
    }
  }

  private static List<String> leaves(Rule rule) {
    List<String> found = new ArrayList<>();
    if (rule instanceof Rule.Group group) {
      group.rules().forEach(child -> found.addAll(leaves(child)));
    } else {
      found.add(rule.toString());
    }
    return found;
  }

  private static List<String> places(Rule root) {
    List<String> found = new ArrayList<>();
    collect(root, "", found);
    return found;
  }

  private static void collect(Rule rule, String place, List<String> found) {
    if (!place.isEmpty()) {
      found.add(place);
    }
    if (rule instanceof Rule.Group group) {
      for (int i = 0; i < group.rules().size(); i++) {
        collect(group.rules().get(i), Edits.place(place, i + 1), found);
      }
    }
  }
}

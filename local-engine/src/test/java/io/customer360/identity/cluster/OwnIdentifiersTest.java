package io.customer360.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.identity.weigh.StagedPeople;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A father and a son of one name and one address are two; one person who moved his mailbox is one.
final class OwnIdentifiersTest {
  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final List<Integer> sources = new ArrayList<>();

  private int row(int source, @Nullable String... mailboxPhoneCardBirth) {
    @Nullable String[] values = new @Nullable String[StagedPeople.FIELDS.size()];
    String[] columns = {"mailbox_id", "phone", "loyalty_number", "birth_date"};
    for (int i = 0; i < mailboxPhoneCardBirth.length; i++) {
      values[StagedPeople.FIELDS.indexOf(columns[i])] = mailboxPhoneCardBirth[i];
    }
    rows.add(values);
    sources.add(source);
    return rows.size() - 1;
  }

  private boolean differ(int[] left, int[] right) {
    RecordTableBuilder builder = new RecordTableBuilder(StagedPeople.FIELDS);
    for (int i = 0; i < rows.size(); i++) {
      builder.add(0, "%03d".formatted(i), rows.get(i));
    }
    int[] numbers = sources.stream().mapToInt(source -> source).toArray();
    OwnIdentifiers own = new OwnIdentifiers(builder.build(), numbers);
    assertThat(own.differ(right, left)).isEqualTo(own.differ(left, right));
    return own.differ(left, right);
  }

  @Test
  void eachWithAMailboxAndAPhoneOfHisOwnInTwoSourcesAreTwo() {
    int[] father = {row(1, "a"), row(2, null, "07700")};
    int[] son = {row(1, "b", "07711"), row(2, "b")};
    assertThat(differ(father, son)).isTrue();
  }

  @Test
  void oneThingInCommonIsEnough() {
    int[] one = {row(1, "a", "07700"), row(2, "a", null, "AP1")};
    int[] other = {row(1, "b", "07711"), row(2, "b", null, "AP1")};
    assertThat(differ(one, other)).isFalse();
  }

  @Test
  void aNewMailboxAloneIsNoOtherPerson() {
    int[] before = {row(1, "a"), row(2, "a")};
    int[] after = {row(1, "b"), row(2, "b")};
    assertThat(differ(before, after)).isFalse();
  }

  @Test
  void whomNoTwoSourcesKnowSideBySideMayBeOne() {
    int[] crm = {row(1, "a", "07700"), row(2, "a")};
    int[] shop = {row(1, "b", "07711"), row(3, "b")};
    assertThat(differ(crm, shop)).isFalse();
  }

  @Test
  void anEqualBirthDateIsOnePersonsAndADifferentOneTellsApart() {
    int[] one = {row(1, "a", "07700", null, "1960-04-11"), row(2)};
    int[] same = {row(1, "b", "07711", null, "1960-04-12"), row(2)};
    int[] other = {row(1, "c", null, null, "1996-04-25"), row(2)};
    assertThat(differ(one, same)).isFalse();
    assertThat(differ(one, other)).isTrue();
  }
}

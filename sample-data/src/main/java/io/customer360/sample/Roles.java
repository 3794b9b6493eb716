package io.customer360.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Who plays which part in the stories. Parts are dealt in exact numbers, so that a count on a
/// screen can be compared with the truth.
final class Roles {
  private static final double OF = SampleSpec.DEFAULT_CUSTOMERS;

  private final Map<Integer, Role> roles = new HashMap<>();
  private final Stage stage;

  Roles(SampleSpec spec, Stage stage) {
    this.stage = stage;
    int customers = spec.customers();
    stage.indexes().forEach(index -> roles.put(index, Role.SCRIPTED));
    int buyers = (int) Math.max(4, Math.round(318 * customers / OF));
    int unreachable = (int) Math.max(1, Math.round(41 * customers / OF));
    int near = (int) Math.max(2, Math.round(64 * customers / OF)) - stage.nearGold();
    int scriptedBuyers = stage.recallBuyers();
    // only people who were customers before the recalled batch was sold
    int pool = (int) (customers * 0.955);
    Dice dice = Dice.of(spec.seed(), customers, 20);
    deal(dice, pool, Role.RECALL_RETURNED, 1);
    deal(dice, pool, Role.RECALL_UNREACHABLE, unreachable);
    deal(dice, pool, Role.RECALL_BUYER, buyers - unreachable - 1 - scriptedBuyers);
    deal(dice, pool, Role.NEAR_GOLD, near);
  }

  private void deal(Dice dice, int pool, Role role, int count) {
    for (int dealt = 0; dealt < count; ) {
      if (roles.putIfAbsent(dice.below(pool), role) == null) {
        dealt++;
      }
    }
  }

  Role role(int index) {
    return roles.getOrDefault(index, Role.NONE);
  }

  /// The names of the people on the stage; nobody else gets their plain addresses.
  Set<String> stageNames() {
    return stage.names();
  }

  long count(Role role) {
    return roles.values().stream().filter(role::equals).count();
  }

  /// Dresses a person for the part.
  void cast(Person person) {
    switch (person.role) {
      case NONE -> {}
      case RECALL_BUYER, RECALL_RETURNED, NEAR_GOLD -> {
        if (person.card.isEmpty()) {
          person.card = People.card(person.index);
        }
        if (person.email.isEmpty()) {
          person.email = person.otherEmail;
        }
      }
      case RECALL_UNREACHABLE -> {
        person.card = People.card(person.index);
        person.inCrm = true;
        person.crmTwice = false;
        person.email = "";
        person.otherEmail = "";
        person.phone = "";
        person.landline = "";
        person.street = "";
        person.postcode = "";
        person.webAccount = false;
        person.secondWebAccount = false;
        person.posCustomer = false;
        person.appUser = false;
        person.contact = false;
        person.smsContact = false;
        person.online = 0;
      }
      case SCRIPTED -> stage.cast(person);
    }
  }
}

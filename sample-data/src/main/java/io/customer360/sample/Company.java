package io.customer360.sample;

/// Alder & Pine with everything wired: who lives, what happens, and who writes it down.
final class Company {
  private final SampleSpec spec;
  private final Catalog catalog;
  private final Stage stage;
  private final Story story;
  private final Roles roles;
  private final People people;
  private final Lives lives;
  private final Outputs outputs;
  private final RecordWriter records;
  private final SalesWriter sales;
  private final ClubWriter club;
  private final DeskWriter desk;
  private final MessageWriter messages;
  private final AppWriter app;
  private final TruthWriter truth;

  Company(SampleSpec spec) {
    this.spec = spec;
    catalog = new Catalog();
    stage = new Stage(spec, catalog);
    story = new Story(spec, catalog, stage);
    roles = new Roles(spec, stage);
    people = new People(spec, catalog, roles);
    lives = new Lives(spec, catalog, story);
    outputs = new Outputs(spec.today().getEpochSecond());
    records = new RecordWriter(spec, stage);
    sales = new SalesWriter(spec, catalog, outputs, stage);
    club = new ClubWriter(spec, stage, story);
    desk = new DeskWriter(spec);
    messages = new MessageWriter(spec, stage, story);
    app = new AppWriter(spec, catalog, records, stage, story);
    truth = new TruthWriter(spec);
  }

  Outputs outputs() {
    return outputs;
  }

  /// Everything about the people from one number up to, without, another.
  Block block(int from, int to) {
    Block block = new Block(outputs);
    for (int index = from; index < to; index++) {
      Person person = people.person(index);
      Life life = lives.life(person);
      records.write(person, life, block);
      sales.write(person, life, block);
      club.write(person, life, block);
      desk.write(person, life, block);
      messages.write(person, life, block);
      app.write(person, life, block);
      truth.write(person, life, block);
    }
    return block;
  }

  /// The person records alone of the people from one number up to, without, another.
  Block peopleBlock(int from, int to) {
    Block block = new Block(outputs);
    for (int index = from; index < to; index++) {
      Person person = people.person(index);
      records.write(person, lives.life(person), block);
    }
    return block;
  }

  /// Products, stores, and the stories in numbers.
  Block catalogBlock() {
    Block block = new Block(outputs);
    for (Catalog.Store store : catalog.stores) {
      Text text = block.at(SourceFile.STORES);
      text.add(store.id()).add(',').add(store.name()).add(',').add(store.city()).add(',');
      text.add(store.manager()).add(",Europe/London").end();
    }
    for (Catalog.Product product : catalog.products) {
      Text text = block.at(SourceFile.PRODUCTS);
      boolean recalled = product.sku().equals(Catalog.RECALLED_SKU);
      int stock = recalled ? 0 : Dice.of(spec.seed(), product.index(), 80).between(4, 260);
      text.add(product.sku()).add(',').csv(product.name(), ',').add(',').add(product.category());
      text.add(',').money(product.price()).add(',').money(product.cost()).add(',').add(stock);
      text.add(',').add(recalled ? Catalog.RECALLED_BATCH : "").add(',').add(product.season());
      text.end();
    }
    story(block, "recall", "buyers of RA-210, batch 26-08", recallBuyers());
    story(block, "recall", "of whom cannot be reached", roles.count(Role.RECALL_UNREACHABLE));
    story(
        block,
        "near gold",
        "Silver members less than 150 points from Gold",
        roles.count(Role.NEAR_GOLD) + stage.nearGold());
    story(block, "carrier", "Swiftline from, epoch seconds", story.newCarrier);
    story(block, "send time", "weekend SMS at 19:30 from, epoch seconds", story.sendTimeMoved);
    story(block, "quiet store", "YRK-1 from, epoch seconds", story.roadWorks);
    return block;
  }

  private long recallBuyers() {
    return roles.count(Role.RECALL_BUYER)
        + roles.count(Role.RECALL_UNREACHABLE)
        + roles.count(Role.RECALL_RETURNED)
        + stage.recallBuyers();
  }

  private static void story(Block block, String name, String fact, long value) {
    block.at(Truth.STORIES).add(name).add(',').csv(fact, ',').add(',').add(value).end();
  }
}

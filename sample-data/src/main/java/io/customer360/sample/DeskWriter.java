package io.customer360.sample;

/// Writes the tickets of the service desk and the truth about their tone.
final class DeskWriter {
  private final long today;

  DeskWriter(SampleSpec spec) {
    this.today = spec.today().getEpochSecond();
  }

  void write(Person person, Life life, Block block) {
    for (Ticket ticket : life.tickets) {
      if (ticket.opened() > today) {
        continue;
      }
      Text text = block.at(SourceFile.DESK_TICKETS);
      text.add(ticket.id()).add(',').add(person.deskKey()).add(',').csv(person.email, ',');
      text.add(',');
      Times.instant(text, ticket.opened()).add(',');
      if (ticket.closed() > 0) {
        Times.instant(text, ticket.closed());
      }
      text.add(',').add(ticket.channel()).add(',').add(ticket.topic()).add(',');
      text.csv(ticket.subject(), ',').add(',').csv(ticket.body(), ',').add(',');
      if (ticket.rating() > 0) {
        text.add(ticket.rating());
      }
      text.add(',').add(ticket.order()).end();
      block.at(Truth.TICKETS).add(ticket.id()).add(',').add(person.id()).add(',');
      block.at(Truth.TICKETS).add(ticket.tone()).add(',').add(ticket.topic()).end();
    }
  }
}

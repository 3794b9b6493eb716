package io.customer360.governance;

import io.customer360.lakehouse.SchemaContribution;
import java.util.List;

/// The tables of this room.
public final class GovernanceSchema implements SchemaContribution {
  @Override
  public String area() {
    return "governance";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.audit (
          seq bigint, happened_at timestamp, type varchar, actor varchar, subject varchar,
          json varchar, previous varchar, hash varchar)
        """,
        "create table if not exists ops.audit_head (entries bigint, head varchar)",
        """
        insert into ops.audit_head
        select 0, repeat('0', 64) where not exists (select 1 from ops.audit_head)
        """,
        """
        create table if not exists ops.control (
          name varchar, value varchar, person varchar, changed_at timestamp)
        """);
  }
}

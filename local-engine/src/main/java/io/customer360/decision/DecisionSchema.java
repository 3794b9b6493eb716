package io.customer360.decision;

import io.customer360.lakehouse.SchemaContribution;
import java.util.List;

/// The tables of this room.
public final class DecisionSchema implements SchemaContribution {
  @Override
  public String area() {
    return "decision";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.decision (
          decision_id varchar, run_id varchar, customer_id varchar, decided_at timestamp,
          agent varchar, action_id varchar, value_at_risk decimal(14,2), confidence double,
          catalogue_version varchar, policy_version varchar, seed bigint,
          input varchar, output varchar, output_hash varchar)
        """,
        "create table if not exists ops.decision_text (version varchar, kind varchar, text varchar)",
        """
        create table if not exists ops.proposal (
          decision_id varchar, group_id varchar, customer_id varchar, title varchar,
          action_id varchar, action_name varchar, chosen integer, kind varchar, channel varchar,
          agent varchar, cost decimal(14,2), value_at_risk decimal(14,2), confidence double,
          novel boolean, approvals_needed integer, state varchar, automatic boolean,
          created_at timestamp, expires_at timestamp, updated_at timestamp, like_key varchar,
          subject varchar, body varchar)
        """,
        """
        create table if not exists ops.vote (
          group_id varchar, person_id varchar, person_name varchar, approved boolean,
          reason varchar, teaches boolean, note varchar, happened_at timestamp, withdrawn boolean,
          content varchar)
        """,
        "alter table ops.vote add column if not exists content varchar",
        """
        create table if not exists ops.agent_run (
          run_id varchar, started_at timestamp, seconds double, agents varchar, customers integer,
          created integer, auto integer, pending integer, blocked integer, suggested integer,
          conflicts integer, trace varchar)
        """,
        """
        create table if not exists ops.outcome (
          idempotency_key varchar, customer_id varchar, kind varchar, happened_at timestamp, note varchar,
          amount decimal(14,2))
        """,
        """
        create table if not exists ops.consent_override (
          customer_id varchar, purpose varchar, channel varchar, status varchar,
          recorded_at timestamp, evidence varchar)
        """);
  }
}

package io.customer360.identity;

import io.customer360.identity.resolve.RunLog;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.weigh.ModelRegistry;
import io.customer360.lakehouse.SchemaContribution;
import java.util.ArrayList;
import java.util.List;

/// What outlives every rebuild of the lake: which record first anchored which id, so that ids are
/// stable and never given twice, and what people said about who is who, the model that was learned.
public final class IdentitySchema implements SchemaContribution {
  @Override
  public String area() {
    return "identity";
  }

  @Override
  public List<String> statements() {
    List<String> statements = new ArrayList<>(JudgementStore.schema());
    statements.add(
        """
        create table if not exists ops.customer_registry
          (anchor varchar not null, customer_id varchar not null, number bigint not null)
        """);
    statements.addAll(ModelRegistry.SCHEMA);
    statements.addAll(RunLog.SCHEMA);
    return List.copyOf(statements);
  }
}

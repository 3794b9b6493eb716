package io.customer360.connector.planted;

import io.customer360.connector.planted.other.PlantedToo;
import io.customer360.decision.RejectReason;
import java.sql.SQLException;

/// Breaks every wall of the module on purpose.
public final class Planted {
  PlantedToo cycle = new PlantedToo();
  RejectReason decision = RejectReason.OTHER;

  void sql() throws SQLException {
    throw new SQLException();
  }
}

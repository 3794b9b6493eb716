package io.customer360.governance;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The stop flag in `ops.control`, with a copy in memory: stopping takes effect at once and is then
/// made durable. Whoever stops while somebody resumes wins.
public final class LocalStopSwitch implements StopSwitch {
  private static final String NAME = "stopped";

  private final Lakehouse lake;
  private final AuditLog audit;

  /// Held while the flag is made durable, so that the stored flags have an order.
  private final Object writing = new Object();

  /// Guards `stops` and writes of `stopped`; never held for long.
  private final Object flag = new Object();

  private volatile boolean stopped;
  private long stops;
  private boolean stored;

  public LocalStopSwitch(Lakehouse lake, AuditLog audit) {
    this.lake = lake;
    this.audit = audit;
    this.stored =
        lake.read(
            c -> {
              List<String> values =
                  Rows.list(
                      c,
                      "select value from ops.control where name = ?",
                      row -> row.getString(1),
                      NAME);
              return values.contains("yes");
            });
    this.stopped = stored;
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public void stop(Person by, Instant now) {
    synchronized (flag) {
      stops++;
      stopped = true;
    }
    synchronized (writing) {
      if (!stored) {
        write("yes", AuditTypes.STOPPED, by, now);
        stored = true;
      }
    }
  }

  @Override
  public void resume(Person by, Instant now) {
    long before;
    synchronized (flag) {
      before = stops;
    }
    synchronized (writing) {
      if (stored) {
        write("no", AuditTypes.RESUMED, by, now);
        stored = false;
      }
      synchronized (flag) {
        if (stops == before) {
          stopped = false;
        }
      }
    }
  }

  private void write(String value, String type, Person by, Instant now) {
    lake.write(
        c -> {
          Rows.update(c, "delete from ops.control where name = ?", NAME);
          Rows.update(c, "insert into ops.control values (?, ?, ?, ?)", NAME, value, by.id(), now);
          audit.append(
              c,
              new AuditEvent(type, now, by.id(), "agents and outbox", Map.of("name", by.name())));
          return value;
        });
  }
}

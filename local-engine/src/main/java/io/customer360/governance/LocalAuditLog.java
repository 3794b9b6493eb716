package io.customer360.governance;

import io.customer360.lakehouse.ConnectionFunction;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The audit log of a workspace, in `ops.audit`, with count and head in `ops.audit_head`.
public final class LocalAuditLog implements AuditLog {
  private final Lakehouse lake;
  private final int page;

  public LocalAuditLog(Lakehouse lake) {
    this(lake, StoredEntries.PAGE);
  }

  /// @param page how many entries are read at a time
  LocalAuditLog(Lakehouse lake, int page) {
    this.lake = lake;
    this.page = page;
  }

  private record Head(long entries, String hash) {}

  @Override
  public AuditEntry append(Connection write, AuditEvent event) throws SQLException {
    return appendAll(write, List.of(event)).getFirst();
  }

  @Override
  public List<AuditEntry> appendAll(Connection write, List<AuditEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    Head head = head(write);
    long seq = head.entries();
    String previous = head.hash();
    List<AuditEntry> written = new ArrayList<>(events.size());
    List<@Nullable Object[]> rows = new ArrayList<>(events.size());
    for (AuditEvent event : events) {
      seq++;
      String json = canonical(seq, event);
      String hash = Hashes.chain(previous, json);
      written.add(new AuditEntry(seq, json, previous, hash));
      rows.add(
          new @Nullable Object[] {
            seq, event.at(), event.type(), event.actor(), event.subject(), json, previous, hash
          });
      previous = hash;
    }
    BulkInsert.into(write, "audit", rows);
    Rows.update(write, "update ops.audit_head set entries = ?, head = ?", seq, previous);
    return written;
  }

  @Override
  public VerifyReport verify() {
    return atOneMoment(
        c -> {
          Head head = head(c);
          StoredEntries entries = new StoredEntries(c, page);
          ChainCheck check = new ChainCheck();
          entries.each(check::accept);
          return check.finish(head.entries(), head.hash(), entries);
        });
  }

  @Override
  public List<AuditEntry> latest(String subject, int limit) {
    return lake.read(
        c ->
            Rows.list(
                c,
                """
                select seq, json, previous, hash from ops.audit
                where ? = '' or subject = ? order by seq desc limit ?
                """,
                StoredEntries::entry,
                subject,
                subject,
                limit));
  }

  @Override
  public long exportTo(Path file) {
    return atOneMoment(
        c -> {
          Head head = head(c);
          return AuditFile.write(file, new StoredEntries(c, page), head.entries(), head.hash());
        });
  }

  /// Reads of several statements that have to see the same log.
  private <T> T atOneMoment(ConnectionFunction<T> reading) {
    return lake.read(
        c -> {
          Rows.run(c, "begin transaction");
          try {
            return reading.apply(c);
          } finally {
            Rows.run(c, "rollback");
          }
        });
  }

  private static Head head(Connection c) throws SQLException {
    List<Head> found =
        Rows.list(
            c,
            "select entries, head from ops.audit_head",
            row -> new Head(row.getLong("entries"), row.getString("head")));
    return found.isEmpty() ? new Head(0, Hashes.ZERO) : found.getFirst();
  }

  private static String canonical(long seq, AuditEvent event) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("seq", seq);
    entry.put("at", event.at().toString());
    entry.put("type", event.type());
    entry.put("actor", event.actor());
    entry.put("subject", event.subject());
    if (!event.detail().isEmpty()) {
      entry.put("detail", event.detail());
    }
    return CanonicalJson.of((Object) entry);
  }
}

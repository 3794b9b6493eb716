package io.customer360.fault;

import org.jspecify.annotations.Nullable;

/// A failure with a stable code (`C360-IMP-014`), a kind and one plain line that says what
/// happened, what was not changed and what to do. The stack trace belongs in the log, never on a
/// screen.
public final class WorkbenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final Kind kind;

  public WorkbenchException(String code, Kind kind, String plain) {
    this(code, kind, plain, null);
  }

  public WorkbenchException(String code, Kind kind, String plain, @Nullable Throwable cause) {
    super(plain, cause);
    this.code = code;
    this.kind = kind;
  }

  public static WorkbenchException user(String code, String plain) {
    return new WorkbenchException(code, Kind.USER, plain);
  }

  public static WorkbenchException data(String code, String plain) {
    return new WorkbenchException(code, Kind.DATA, plain);
  }

  public static WorkbenchException resource(String code, String plain, @Nullable Throwable cause) {
    return new WorkbenchException(code, Kind.RESOURCE, plain, cause);
  }

  public static WorkbenchException internal(String code, String plain, @Nullable Throwable cause) {
    return new WorkbenchException(code, Kind.INTERNAL, plain, cause);
  }

  /// Stable, greppable: `C360-<AREA>-<NUMBER>`.
  public String code() {
    return code;
  }

  public Kind kind() {
    return kind;
  }

  /// The one plain line for the person.
  public String plain() {
    String message = getMessage();
    return message == null ? code : message;
  }
}

package io.customer360.assistant.llm;

import org.jspecify.annotations.Nullable;

/// The model could not be used. Checked, because every caller has to fall back.
public final class ModelFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable ModelTrace trace;

  public ModelFault(String plain, @Nullable ModelTrace trace, @Nullable Throwable cause) {
    super(plain, cause);
    this.trace = trace;
  }

  /// A plain clause without a full stop: `llama3.2 stopped answering`.
  public String plain() {
    String message = getMessage();
    return message == null ? "The model failed" : message;
  }

  public @Nullable ModelTrace trace() {
    return trace;
  }
}

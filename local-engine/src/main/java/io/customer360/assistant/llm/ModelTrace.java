package io.customer360.assistant.llm;

/// What was said to a model and what it replied, for the book of questions.
public record ModelTrace(
    String model,
    String digest,
    String prompt,
    String reply,
    long tokensIn,
    long tokensOut,
    long millis) {
  public ModelTrace and(ModelTrace more) {
    return new ModelTrace(
        model,
        digest,
        prompt + "\n\n" + more.prompt,
        reply + "\n\n" + more.reply,
        tokensIn + more.tokensIn,
        tokensOut + more.tokensOut,
        millis + more.millis);
  }
}

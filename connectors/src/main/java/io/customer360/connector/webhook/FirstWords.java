package io.customer360.connector.webhook;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Reads the beginning of a reply as UTF-8 and hangs up on the rest: a target cannot fill the
/// memory.
final class FirstWords implements HttpResponse.BodySubscriber<String> {
  private final int longest;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<String> text = new CompletableFuture<>();
  private Flow.@Nullable Subscription line;

  /// @param longest bytes that are read
  FirstWords(int longest) {
    this.longest = longest;
  }

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    line = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (ByteBuffer piece : pieces) {
      byte[] bytes = new byte[Math.min(piece.remaining(), longest - kept.size())];
      piece.get(bytes);
      kept.writeBytes(bytes);
    }
    if (kept.size() == longest && !text.isDone()) {
      onComplete();
      if (line != null) {
        line.cancel();
      }
    }
  }

  @Override
  public void onError(Throwable why) {
    text.completeExceptionally(why);
  }

  @Override
  public void onComplete() {
    text.complete(kept.toString(StandardCharsets.UTF_8));
  }
}

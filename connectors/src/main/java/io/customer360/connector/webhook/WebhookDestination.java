package io.customer360.connector.webhook;

import io.customer360.connector.Attempt;
import io.customer360.connector.Destination;
import io.customer360.connector.Parcel;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.text.Excerpt;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A webhook as Standard Webhooks has it: 2xx is success, redirects are not followed, 410 closes
/// the target, 429 and 5xx are tried later and `Retry-After` is honoured. The `webhook-id` is the
/// parcel's key, so a receiver that keeps to the standard processes it once.
///
/// A call ends: the head of the reply has to come within the time-out and all of it within a
/// quarter more, else it is unclear; of a long reply only the beginning is read.
public final class WebhookDestination implements Destination {
  private static final int KEPT = 300;

  /// Bytes of a reply that are read; enough for [#KEPT] characters after some blanks.
  private static final int LONGEST_REPLY = 4_096;

  private final String name;
  private final URI target;
  private final List<WebhookSecret> secrets;
  private final TargetGuard guard;
  private final Duration timeout;
  private final Clock clock;
  private final HttpClient client;

  /// @param allowed `host:port` pairs that may be called although they are inside or not https
  public WebhookDestination(
      String name,
      URI target,
      List<WebhookSecret> secrets,
      Set<String> allowed,
      Duration timeout,
      Clock clock) {
    this.name = name;
    this.target = target;
    this.secrets = List.copyOf(secrets);
    this.guard = new TargetGuard(allowed);
    this.timeout = timeout;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean idempotent() {
    return true;
  }

  @Override
  public Attempt deliver(Parcel parcel, Progress progress) {
    try {
      guard.check(target);
    } catch (UnknownHostException e) {
      return new Attempt.TryLater("No address for " + target.getHost(), Optional.empty());
    } catch (WorkbenchException e) {
      return new Attempt.Refused(e.plain());
    }
    Instant at = clock.instant();
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(timeout)
            .header("content-type", "application/json")
            .header("user-agent", "Customer360-Workbench")
            .header(WebhookSignature.ID, parcel.key())
            .header("idempotency-key", parcel.key())
            .header(WebhookSignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
            .header(
                WebhookSignature.SIGNATURE,
                WebhookSignature.sign(secrets, parcel.key(), at, parcel.body()))
            .POST(HttpRequest.BodyPublishers.ofString(parcel.body()))
            .build();
    CompletableFuture<HttpResponse<String>> call =
        client.sendAsync(request, head -> new FirstWords(LONGEST_REPLY));
    try {
      return judge(call.get(timeout.toNanos() * 5 / 4, TimeUnit.NANOSECONDS), at);
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Attempt.Unclear("Cut off: the reply had no end within " + words(timeout));
    } catch (ExecutionException e) {
      return broken(e.getCause());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException(name);
    }
  }

  private Attempt broken(@Nullable Throwable why) {
    if (why instanceof ConnectException || why instanceof HttpConnectTimeoutException) {
      return new Attempt.TryLater("Not reachable: " + target.getAuthority(), Optional.empty());
    }
    String message = why == null ? null : why.getMessage();
    String kind = why == null ? "" : why.getClass().getSimpleName();
    return new Attempt.Unclear(
        "Cut off: " + (message == null ? kind : Excerpt.dotted(message, KEPT)));
  }

  private Attempt judge(HttpResponse<String> response, Instant now) {
    int status = response.statusCode();
    String body = response.body().strip();
    String reply = status + (body.isEmpty() ? "" : " " + Excerpt.dotted(body, KEPT));
    if (status == 410) {
      return new Attempt.Closed(reply);
    }
    if (status == 422) {
      // Standard Webhooks leaves 4xx open; a target that understood and cannot reach the person.
      return new Attempt.Bounced(reply);
    }
    if (status / 100 == 2) {
      return new Attempt.Delivered(reply);
    }
    if (status == 400 || status == 401 || status == 403 || status == 404 || status == 413) {
      return new Attempt.Refused(reply);
    }
    Optional<RetryAfter> asked =
        response.headers().firstValue("retry-after").flatMap(text -> RetryAfter.read(text, now));
    return new Attempt.TryLater(
        asked.filter(RetryAfter::shortened).isPresent() ? reply + RetryAfter.SHORTENED : reply,
        asked.map(RetryAfter::rest));
  }

  private static String words(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }
}

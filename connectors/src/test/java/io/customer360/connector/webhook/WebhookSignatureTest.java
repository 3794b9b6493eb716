package io.customer360.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final WebhookSecret SECRET =
      WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void reproducesTheReferenceVector() {
    assertThat(WebhookSignature.sign(List.of(SECRET), ID, AT, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void acceptsGenuineAndFreshOnly() {
    assertThat(verify(SIGNATURE, BODY, AT)).isTrue();
    assertThat(verify(SIGNATURE, BODY + " ", AT)).isFalse();
    assertThat(verify(SIGNATURE, BODY, AT.plusSeconds(301))).isFalse();
    assertThat(verify(SIGNATURE, BODY, AT.minusSeconds(301))).isFalse();
    assertThat(verify("v1,AAAA", BODY, AT)).isFalse();
    assertThat(verify("", BODY, AT)).isFalse();
  }

  @Test
  void twoSignaturesDuringRotation() {
    WebhookSecret next = WebhookSecret.random(new SecureRandom());
    String both = WebhookSignature.sign(List.of(next, SECRET), ID, AT, BODY);
    assertThat(both.split(" ", -1)).hasSize(2);
    assertThat(verify(both, BODY, AT)).isTrue();
  }

  @Test
  void secretsAreCheckedAndNeverPrinted() {
    assertThatThrownBy(() -> WebhookSecret.of("whsec_AAAA")).isInstanceOf(WorkbenchException.class);
    assertThatThrownBy(() -> WebhookSecret.of("secret")).isInstanceOf(WorkbenchException.class);
    assertThat(SECRET.toString()).doesNotContain("MfKQ");
    assertThat(WebhookSecret.of(SECRET.reveal())).isEqualTo(SECRET);
  }

  private static boolean verify(String signature, String body, Instant now) {
    return WebhookSignature.verify(
        List.of(SECRET), ID, Long.toString(AT.getEpochSecond()), signature, body, now);
  }
}

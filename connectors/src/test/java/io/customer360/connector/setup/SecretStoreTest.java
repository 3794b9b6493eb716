package io.customer360.connector.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.connector.webhook.WebhookSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
  private final WebhookSecret first = WebhookSecret.random(new SecureRandom());
  private final WebhookSecret second = WebhookSecret.random(new SecureRandom());
  private final WebhookSecret third = WebhookSecret.random(new SecureRandom());

  @TempDir Path folder;

  @Test
  void aSecretBelongsToOneFolderAndOneNameExactly() throws Exception {
    Path one = Files.createDirectories(folder.resolve("w1/shop.c360"));
    Path two = Files.createDirectories(folder.resolve("w2/shop.c360"));
    SecretStore store = new SecretStore(folder.resolve("keys"));
    assertThat(store.find(one, "crm")).isEmpty();
    store.keep(one, "crm", first, false);
    store.keep(one, "CRM", second, false);
    assertThat(store.find(one, "crm")).containsExactly(first);
    assertThat(store.find(one, "CRM")).containsExactly(second);
    assertThat(store.find(one.resolve("../shop.c360/."), "crm")).containsExactly(first);
    assertThat(store.find(two, "crm")).isEmpty();
    assertThat(new SecretStore(folder.resolve("keys")).find(one, "crm")).containsExactly(first);
  }

  @Test
  void duringRotationTheNewestTwoAreKept() throws Exception {
    Path workspace = Files.createDirectories(folder.resolve("shop.c360"));
    SecretStore store = new SecretStore(folder.resolve("keys"));
    store.keep(workspace, "crm", first, true);
    assertThat(store.find(workspace, "crm")).containsExactly(first);
    store.keep(workspace, "crm", second, true);
    store.keep(workspace, "crm", second, true);
    store.keep(workspace, "crm", third, true);
    assertThat(store.find(workspace, "crm")).containsExactly(third, second);
    store.keep(workspace, "crm", third, false);
    assertThat(store.find(workspace, "crm")).containsExactly(third);
  }
}

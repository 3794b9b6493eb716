package io.customer360.connector.setup;

import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Webhook secrets of this user on this computer: a PKCS 12 key store outside every workspace,
/// readable by the user alone, its password in a file of its own beside it. A workspace handed to
/// somebody else carries no secret.
public final class SecretStore {
  private static final String STORE = "secrets.p12";
  private static final String PASSWORD = "secrets.key";

  private final Path folder;

  /// @param folder the user's own folder, `~/Customer360/.keys`
  public SecretStore(Path folder) {
    this.folder = folder;
  }

  public synchronized Optional<WebhookSecret> find(String workspace, String destination) {
    try {
      if (!Files.exists(folder.resolve(STORE))) {
        return Optional.empty();
      }
      KeyStore store = load();
      KeyStore.ProtectionParameter lock = new KeyStore.PasswordProtection(password());
      if (store.getEntry(alias(workspace, destination), lock)
          instanceof KeyStore.SecretKeyEntry entry) {
        return Optional.of(
            WebhookSecret.of(
                new String(entry.getSecretKey().getEncoded(), StandardCharsets.UTF_8)));
      }
      return Optional.empty();
    } catch (GeneralSecurityException | IOException e) {
      throw broken(e);
    }
  }

  public synchronized void keep(String workspace, String destination, WebhookSecret secret) {
    try {
      Files.createDirectories(folder);
      ownerOnly(folder, "rwx------");
      KeyStore store = load();
      SecretKey key =
          new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
      store.setEntry(
          alias(workspace, destination),
          new KeyStore.SecretKeyEntry(key),
          new KeyStore.PasswordProtection(password()));
      Path part = folder.resolve(STORE + ".part");
      try (OutputStream out = Files.newOutputStream(part)) {
        store.store(out, password());
      }
      ownerOnly(part, "rw-------");
      Files.move(
          part,
          folder.resolve(STORE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (GeneralSecurityException | IOException e) {
      throw broken(e);
    }
  }

  private KeyStore load() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    Path file = folder.resolve(STORE);
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, password());
      }
    } else {
      store.load(null, password());
    }
    return store;
  }

  private char[] password() throws IOException {
    Path file = folder.resolve(PASSWORD);
    if (!Files.exists(file)) {
      byte[] bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      Path part = folder.resolve(PASSWORD + ".part");
      Files.writeString(part, Base64.getEncoder().encodeToString(bytes));
      ownerOnly(part, "rw-------");
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip().toCharArray();
  }

  private static void ownerOnly(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static String alias(String workspace, String destination) {
    return workspace + "/" + destination;
  }

  private WorkbenchException broken(Exception cause) {
    return WorkbenchException.resource(
        "C360-KEY-001",
        "The key store in " + folder + " cannot be used; delete it and enter the secrets again.",
        cause);
  }
}

package io.customer360.connector.setup;

import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.governance.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /// The secrets calls to the destination are signed with, the newest first; empty when none was
  /// entered on this computer.
  ///
  /// @param workspace the workspace's folder: a copy elsewhere has no secrets until they are
  ///     entered
  /// @param destination its name, exactly as written
  public synchronized List<WebhookSecret> find(Path workspace, String destination) {
    try {
      return Files.exists(folder.resolve(STORE))
          ? entry(load(), alias(workspace, destination))
          : List.of();
    } catch (GeneralSecurityException | IOException e) {
      throw broken(e);
    }
  }

  private List<WebhookSecret> entry(KeyStore store, String alias)
      throws GeneralSecurityException, IOException {
    if (store.getEntry(alias, new KeyStore.PasswordProtection(password()))
        instanceof KeyStore.SecretKeyEntry entry) {
      String text = new String(entry.getSecretKey().getEncoded(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(" ", -1)).map(WebhookSecret::of).toList();
    }
    return List.of();
  }

  /// Keeps a destination's secret.
  ///
  /// @param beside whether the newest one so far stays, so that calls are signed with both while
  ///     the receiver changes over; else the new one stands alone
  public synchronized void keep(
      Path workspace, String destination, WebhookSecret secret, boolean beside) {
    try {
      Files.createDirectories(folder);
      ownerOnly(folder);
      KeyStore store = load();
      String alias = alias(workspace, destination);
      String text =
          Stream.concat(
                  Stream.of(secret),
                  entry(store, alias).stream()
                      .filter(old -> beside && !old.equals(secret))
                      .limit(1))
              .map(WebhookSecret::reveal)
              .collect(Collectors.joining(" "));
      SecretKey key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
      store.setEntry(
          alias, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(password()));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password());
      AtomicFile.of(folder.resolve(STORE)).durable().ownerOnly().write(bytes::writeTo);
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
      AtomicFile.of(file).durable().ownerOnly().text(Base64.getEncoder().encodeToString(bytes));
    }
    return Files.readString(file).strip().toCharArray();
  }

  private static void ownerOnly(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /// Decision: a digest of the folder's real path and the name. Aliases of a PKCS 12 store ignore
  /// case, and a name of the folder alone would be shared by workspaces that have nothing in
  /// common.
  private static String alias(Path workspace, String destination) throws IOException {
    return Hashes.sha256(workspace.toRealPath() + "\0" + destination);
  }

  private WorkbenchException broken(Exception cause) {
    return WorkbenchException.resource(
        "C360-KEY-001",
        "The key store in " + folder + " cannot be used; delete it and enter the secrets again.",
        cause);
  }
}

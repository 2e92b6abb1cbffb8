package org.doorstep.server.cluster;

import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A certificate that is its own authority, made by the JDK's keytool; one for all nodes. */
record Certificates(Path certificate, Path key) {
  private static final String PASSWORD = "only for this run";
  private static final String NAME = "node";

  static Certificates make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("node.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    NAME,
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=doorstep test",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("No certificate could be made.");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new Certificates(
        write(folder, "CERTIFICATE", keys.getCertificate(NAME).getEncoded()),
        write(folder, "PRIVATE KEY", keys.getKey(NAME, PASSWORD.toCharArray()).getEncoded()));
  }

  /** As the configuration names them. */
  Map<String, Object> config() {
    Map<String, Object> tls = new LinkedHashMap<>();
    tls.put("certificate", certificate.toString());
    tls.put("key", key.toString());
    tls.put("authority", certificate.toString());
    return tls;
  }

  PemKeyCertOptions own() {
    return new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString());
  }

  PemTrustOptions trusted() {
    return new PemTrustOptions().addCertPath(certificate.toString());
  }

  private static Path write(Path folder, String kind, byte[] content) throws IOException {
    Path file = folder.resolve(kind.charAt(0) == 'C' ? "node.pem" : "node-key.pem");
    Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return Files.writeString(
        file,
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(kind, encoder.encodeToString(content), kind));
  }
}

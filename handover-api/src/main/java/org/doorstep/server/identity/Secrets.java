package org.doorstep.server.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.doorstep.dispatch.shell.log.Hash;

/** Random secrets with 256 bits, their hashes, and passwords under Argon2id. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  private Secrets() {}

  static String fresh() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String secret) {
    return Hash.of(secret.getBytes(StandardCharsets.UTF_8));
  }

  static String hashPassword(String password) {
    return Password.hash(password).addRandomSalt().with(ARGON2).getResult();
  }

  static boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** Takes as long as a real comparison, so that guessing names is as slow as guessing words. */
  static void pretendToMatch(String password) {
    boolean unused = matches(password, Nobody.HASH);
  }

  // Made when it is first needed: hashing takes its time, and a start should not.
  private static final class Nobody {
    private static final String HASH = hashPassword("nobody has this password");
  }
}

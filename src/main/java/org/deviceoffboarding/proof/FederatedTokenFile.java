package org.deviceoffboarding.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file into which something else, such as Kubernetes, writes a token of its own again and again. Read each time, and never kept. */
final class FederatedTokenFile {

    private static final int LONGEST = 32 * 1024;

    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Path path;

    FederatedTokenFile(Path path) {
        this.path = path;
    }

    /** @throws ProofUnusableException if there is no token in it that could be sent */
    String read() {
        String token = text().strip();
        if (token.isEmpty()) {
            throw unusable("is empty: let whatever issues the token write it there.", null);
        }
        if (!TOKEN.matcher(token).matches()) {
            throw unusable(
                    "is no signed token (JWT), which is three parts with dots between and nothing else: name the file that"
                            + " whatever issues the token writes.",
                    null);
        }
        return token;
    }

    private String text() {
        try (InputStream file = Files.newInputStream(path)) {
            return new String(file.readNBytes(LONGEST), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            throw unusable("is not there: let whatever issues the token write it there, or correct the setting.", e);
        } catch (IOException e) {
            throw unusable("can't be read: let the portal's user read it.", e);
        }
    }

    private static ProofUnusableException unusable(String what, @Nullable Throwable cause) {
        return ProofUnusableException.ofFile(ProofKind.FEDERATED_TOKEN, what, cause);
    }
}

package org.deviceoffboarding.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The secrets that are searched for. May be added to from any thread. */
public final class KnownSecrets {

    /** What is shorter is found everywhere. */
    public static final int SHORTEST = 8;

    private static final Pattern OF_A_SETTING = Pattern.compile("SECRET|PASSWORD");

    /** The end of a private Ed25519 key of PKCS #8, which is its random part. */
    private static final int BYTES_OF_KEY = 32;

    private final Set<KnownSecret> all = ConcurrentHashMap.newKeySet();

    /** Adds a secret, unless it is too short to be told from anything else. */
    public void note(String kind, String value) {
        if (value.length() >= SHORTEST) {
            all.add(new KnownSecret(kind, value));
        }
    }

    /** Adds what a demo tenant wrote to its ledger. */
    public void noteLedger(Path ledger) {
        try (Stream<String> lines = Files.lines(ledger)) {
            lines.map(JsonMapper.shared()::readTree).forEach(this::noteEntry);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo tenant kept no ledger of its secrets", e);
        }
    }

    /** Adds the settings of a portal that are secrets by their name. */
    public void noteSettings(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (OF_A_SETTING.matcher(name).find() && !name.endsWith("_FILE")) {
                note(name, value);
            }
        });
    }

    /** Adds the keys and passwords that a portal made for itself in its data folder. */
    public void noteDataFolder(Path folder) {
        try {
            for (Path key : named(folder, name -> name.startsWith("secret.key"))) {
                noteFile("secret key", key);
            }
            for (Path password : named(folder.resolve("postgres"), name -> name.endsWith("password"))) {
                noteFile("database password", password);
            }
            noteKey(folder.resolve("audit-key.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds each first group of an expression in a text. */
    public void noteAll(String kind, Pattern expression, String text) {
        expression.matcher(text).results().forEach(found -> note(kind, found.group(1)));
    }

    /** Returns what has been added so far. */
    Set<KnownSecret> all() {
        return Set.copyOf(all);
    }

    /** Returns the kinds of what has been added so far. */
    public List<String> kinds() {
        return all.stream().map(KnownSecret::kind).distinct().sorted().toList();
    }

    private void noteEntry(JsonNode entry) {
        note(entry.get("kind").asString(), entry.get("secret").asString());
    }

    private void noteFile(String kind, Path file) throws IOException {
        if (Files.exists(file)) {
            note(kind, Files.readString(file).strip());
        }
    }

    private static List<Path> named(Path folder, Predicate<String> wanted) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && wanted.test(file.getFileName().toString()))
                    .toList();
        }
    }

    private void noteKey(Path pem) throws IOException {
        if (Files.exists(pem)) {
            String body = Files.readString(pem).replaceAll("-----.*-----|\\s", "");
            byte[] key = Base64.getDecoder().decode(body);
            // What is before that is the same in every such key.
            note("audit key", body.substring(body.length() - BYTES_OF_KEY * 4 / 3));
            byte[] random = Arrays.copyOfRange(key, key.length - BYTES_OF_KEY, key.length);
            note("audit key", Base64.getEncoder().encodeToString(random));
        }
    }
}

package org.deviceoffboarding.demotenant.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.deviceoffboarding.demotenant.WholeFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was written to devices when the demo tenant is started again: a line for the tenant, then one for each write.
 * A line is in the file before its write is answered, so that a tenant that is killed loses nothing that it answered.
 */
public final class ChangesFile {

    /** Later its removals would be older than the portal looks back, so that the tenant is founded anew. */
    private static final Duration LIFETIME = Duration.ofDays(14);

    /** A tenant that nobody wrote to is the same as a new one, only older. */
    private static final Duration LIFETIME_UNCHANGED = Duration.ofDays(1);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Path file;
    private final Instant founded;
    private final List<Kept> kept;

    private ChangesFile(@Nullable Path file, Instant founded, List<Kept> kept) {
        this.file = file;
        this.founded = founded;
        this.kept = kept;
    }

    /** A tenant that forgets everything when it ends. */
    public static ChangesFile none(Instant now) {
        return new ChangesFile(null, now, List.of());
    }

    /**
     * Opens the file of a tenant, or begins it anew where it is missing, of another tenant, too old or not readable.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static ChangesFile open(Path file, int devices, long seed, Instant now) {
        try {
            ChangesFile earlier = read(file, devices, seed, now);
            ChangesFile opened = earlier == null ? new ChangesFile(file, now, List.of()) : earlier;
            opened.writeWhole(file, new Tenant(devices, seed, opened.founded));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo tenant cannot keep its changes in " + file, e);
        }
    }

    /** Returns the time that everything in the tenant is counted from. */
    public Instant founded() {
        return founded;
    }

    List<Kept> kept() {
        return kept;
    }

    void add(int device, DeviceWrite write) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, line(new Kept(device, write)), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo tenant cannot keep its changes in " + file, e);
        }
    }

    private static @Nullable ChangesFile read(Path file, int devices, long seed, Instant now) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        try {
            Tenant tenant = JSON.readValue(lines.getFirst(), Tenant.class);
            boolean same = tenant.devices() == devices && tenant.seed() == seed;
            Duration lifetime = lines.size() > 1 ? LIFETIME : LIFETIME_UNCHANGED;
            return same && tenant.founded().plus(lifetime).isAfter(now)
                    ? new ChangesFile(file, tenant.founded(), kept(lines.subList(1, lines.size())))
                    : null;
        } catch (JacksonException | NoSuchElementException unreadable) {
            return null;
        }
    }

    /** The last line may be torn: then its write was not answered. */
    private static List<Kept> kept(List<String> lines) {
        List<Kept> kept = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            try {
                kept.add(JSON.readValue(lines.get(number), Kept.class));
            } catch (JacksonException e) {
                if (number < lines.size() - 1) {
                    throw e;
                }
            }
        }
        return kept;
    }

    /** Without a line that was torn, which the next one would otherwise be written behind. */
    private void writeWhole(Path whole, Tenant tenant) throws IOException {
        StringBuilder text = new StringBuilder(line(tenant));
        kept.forEach(each -> text.append(line(each)));
        WholeFile.write(whole, text.toString());
    }

    private static String line(Record value) {
        return JSON.writeValueAsString(value) + "\n";
    }

    private record Tenant(int devices, long seed, Instant founded) {}

    /** A write that was kept, and the device that it was made to. */
    record Kept(int device, DeviceWrite write) {}
}

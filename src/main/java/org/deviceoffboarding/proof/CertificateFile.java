package org.deviceoffboarding.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with the portal's key and certificate, read anew whenever it changes. Where it then can't be used, what it held before is
 * used on: whoever is just writing it must not stop a run. So it is while what the file holds is not valid yet, as long as the former
 * is. Safe for several threads.
 */
final class CertificateFile {

    private static final Logger log = LoggerFactory.getLogger(CertificateFile.class);

    private static final int LONGEST = 256 * 1024;

    private final Path path;
    private final Clock clock;
    private @Nullable Stamp seen;
    private @Nullable AppCertificates current;
    private @Nullable ProofUnusableException problem;

    /** Reads the file at once, so that there is something to go on with where it is spoilt later. */
    CertificateFile(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
        look();
    }

    /** @throws ProofUnusableException if it can't be used, nor could it ever since the portal was started */
    synchronized AppCertificate get() {
        look();
        if (current == null && problem != null) {
            throw problem;
        }
        return Objects.requireNonNull(current).at(clock.instant());
    }

    /** Returns what is used now; nothing where the file could not be used since the portal was started. */
    synchronized Optional<AppCertificate> find() {
        look();
        return Optional.ofNullable(current).map(each -> each.at(clock.instant()));
    }

    /** Returns why the file can't be used now; nothing where it can. */
    synchronized Optional<ProofUnusableException> problem() {
        look();
        return Optional.ofNullable(problem);
    }

    /** What could not be used is looked at each time: a clock that is too coarse would not show that it was completed. */
    private void look() {
        Stamp now = Stamp.of(path);
        if (now != null && now.equals(seen) && problem == null) {
            return;
        }
        seen = now;
        boolean known = problem != null;
        try {
            AppCertificates read = read(path);
            requireBetter(read);
            current = read;
            problem = null;
        } catch (ProofUnusableException e) {
            problem = e;
            if (!known && current != null) {
                log.warn("{} The portal goes on with what it read before.", e.reason());
            }
        }
    }

    /** One that is good is not given up for one that is not yet. */
    private void requireBetter(AppCertificates read) {
        Instant now = clock.instant();
        if (current != null && current.at(now).isGood(now) && read.at(now).isEarly(now)) {
            throw early(read.at(now));
        }
    }

    static ProofUnusableException early(AppCertificate read) {
        return unusable("has a certificate that is not valid before " + read.validFrom() + ".", null);
    }

    /**
     * Reads such a file once.
     *
     * @throws ProofUnusableException if it can't be used
     */
    static AppCertificates read(Path path) {
        return AppCertificates.parse(text(path));
    }

    private static String text(Path path) {
        try {
            if (Files.size(path) > LONGEST) {
                throw unusable("is too long to be a key with its certificate: correct the setting.", null);
            }
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw unusable(
                    "is not there: put the private key and its certificate there, in PEM form, or correct the setting.",
                    e);
        } catch (IOException e) {
            throw unusable("can't be read: let the portal's user read it.", e);
        }
    }

    private static ProofUnusableException unusable(String what, @Nullable Throwable cause) {
        return ProofUnusableException.ofFile(ProofKind.CERTIFICATE, what, cause);
    }

    /** What changes with a file. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {

        static @Nullable Stamp of(Path path) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (IOException e) {
                return null;
            }
        }
    }
}

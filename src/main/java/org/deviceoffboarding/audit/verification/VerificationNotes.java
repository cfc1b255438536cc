package org.deviceoffboarding.audit.verification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedNote;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.deviceoffboarding.audit.seal.KnownKeys;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.audit.tree.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a verification found, signed with the key outside the database: other portals, and this one after a restart, believe nothing that
 * somebody else stored. A signed note of three lines: which log, {@code verified}, and the SHA-256 of what was found.
 */
@Component
class VerificationNotes {

    private static final String KIND = "verified";

    private final CheckpointKey key;
    private final KnownKeys keys;
    private final LogOrigin origin;

    VerificationNotes(CheckpointKey key, KnownKeys keys, LogOrigin origin) {
        this.key = key;
        this.keys = keys;
        this.origin = origin;
    }

    String sign(LogVerification found) {
        return key.sign(origin.get(), text(found)).note();
    }

    /** Returns the keys by whose signatures it is judged, as they are known now. */
    List<VerifierKey> keys() {
        return keys.readable();
    }

    /** @param signed as it is stored beside what was found; null where a portal of before stored it */
    boolean isSigned(LogVerification found, @Nullable String signed) {
        if (signed == null) {
            return false;
        }
        try {
            SignedNote note = SignedNote.parse(signed);
            return note.text().equals(text(found)) && keys.readable().stream().anyMatch(each -> each.isSignerOf(note));
        } catch (MalformedNoteException notOne) {
            return false;
        }
    }

    private String text(LogVerification found) {
        return String.join("\n", origin.get(), KIND, Sha256.hex(found(found))) + "\n";
    }

    /** Canonical JSON, so that two that differ are never the same text. */
    private static String found(LogVerification found) {
        Map<String, @Nullable Object> named = new TreeMap<>();
        named.put("began", found.beganAt().toString());
        named.put("ended", found.endedAt().toString());
        named.put("by", List.of(found.by().id(), CanonicalText.clean(found.by().name())));
        named.put("behind", String.valueOf(found.behind()));
        named.put("size", String.valueOf(found.size()));
        named.put("provedSize", String.valueOf(found.provedSize()));
        named.put("provedAt", Objects.toString(found.provedAt()));
        named.put("unsealed", String.valueOf(found.unsealed()));
        named.put("oldestUnsealed", Objects.toString(found.oldestUnsealed()));
        named.put(
                "misfits",
                found.misfits().stream()
                        .map(each -> List.of(each.kind().name(), Objects.toString(each.number()), each.sentence()))
                        .toList());
        if (found.misfitCount() != found.misfits().size()) {
            named.put("misfitCount", String.valueOf(found.misfitCount()));
        }
        named.put("remarks", found.remarks());
        return CanonicalText.json(named);
    }
}

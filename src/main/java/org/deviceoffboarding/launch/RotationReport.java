package org.deviceoffboarding.launch;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import org.deviceoffboarding.secretkey.KeyHolder;
import org.deviceoffboarding.secretkey.RotationState;

/** Says how far the replacement of the secret key is, and what whoever runs the portal has to do. */
final class RotationReport {

    private RotationReport() {}

    static String of(RotationState state) {
        if (state.ended()) {
            return "The secret key " + state.from() + " was replaced by " + state.to()
                    + ", and nothing needs it any more.\n"
                    + "  Delete it once you keep no backup of the database from before: such a backup is read with it alone. Where a\n"
                    + "  portal put the new key into its file, the one before is beside it, in <file>." + state.from()
                    + ".";
        }
        String begun = "The secret key " + state.from() + " is being replaced by " + state.to() + ". ";
        if (state.portals().isEmpty()) {
            return begun + "No portal runs on this database now: it goes on as soon as one does.";
        }
        if (!state.encrypted()) {
            return begun + "The portals read both, and encrypt everything anew…";
        }
        return begun + "Everything is encrypted with the new one.\n" + rest(state);
    }

    /** Says where a key that the command made is, as well. */
    static String keptIn(Path file) {
        return "\n  The new key is in " + file + ", for a portal that can't put it into its file by itself.";
    }

    private static String rest(RotationState state) {
        if (state.toBeGiven().isEmpty()) {
            return "  In about two minutes nothing will need the one before, unless a portal still writes with it…";
        }
        return "  Give these the new key, and start them again with it, one after the other; until then keep both keys:\n"
                + state.toBeGiven().stream().map(RotationReport::line).collect(joining("\n"))
                + "\n  './portal rotate-key --status' says when nothing needs the one before.";
    }

    private static String line(KeyHolder portal) {
        return "    the portal on " + portal.machine() + ", which has it from " + portal.givenBy();
    }
}

package org.deviceoffboarding.audit.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** The command {@code verify}: checks a file of evidence, without portal, database and network, and says in sentences what it found. */
public final class EvidenceVerification {

    /** What the command is called by. */
    public static final String COMMAND = "verify";

    /** Exit codes: all fits; something does not; there was nothing that could be checked. */
    public static final int FITS = 0;

    /** See {@link #FITS}. */
    public static final int MISFIT = 1;

    /** See {@link #FITS}. */
    public static final int UNREADABLE = 2;

    private static final String USAGE = """
            Usage: verify FILE [TRUSTED]

            Checks an evidence file of the portal's audit log, .html or .json.
            TRUSTED is a copy of the portal's audit-keys.txt or audit-checkpoints.txt that did not come with it.
            Ends with 0 if all fits, with 1 if something does not, with 2 if there is nothing that can be checked.""";

    private final PrintStream out;
    private final PrintStream problems;

    private EvidenceVerification(PrintStream out, PrintStream problems) {
        this.out = out;
        this.problems = problems;
    }

    /**
     * Carries the command out.
     *
     * @param arguments what stands behind the command's name
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream problems) {
        return new EvidenceVerification(out, problems).run(arguments);
    }

    private int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2 || arguments.getFirst().startsWith("-")) {
            problems.println(USAGE);
            return UNREADABLE;
        }
        try {
            Path file = GivenFile.of("evidence file", arguments.getFirst());
            return check(file, arguments.size() < 2 ? null : GivenFile.of("trusted file", arguments.get(1)));
        } catch (NotEvidenceException e) {
            problems.println(e.getMessage());
        } catch (IOException e) { // it was there a moment ago
            problems.println("The file can't be read (" + EvidenceWords.shown(String.valueOf(e.getMessage())) + ").");
        }
        return UNREADABLE;
    }

    private int check(Path file, @Nullable Path trusted) throws IOException, NotEvidenceException {
        String name = EvidenceWords.shown(String.valueOf(file.getFileName()));
        try (InputStream content = Files.newInputStream(file)) {
            EvidenceVerdict verdict = verdict(name, content);
            EvidenceTrust trust = trusted == null ? null : trust(trusted, verdict);
            List<String> misfits = new ArrayList<>(verdict.misfits());
            if (trust != null) {
                misfits.addAll(trust.misfits());
            }
            return misfits.isEmpty() ? good(name, verdict, trust) : bad(name, misfits, verdict.more());
        }
    }

    private static EvidenceVerdict verdict(String name, InputStream content) throws IOException, NotEvidenceException {
        try {
            return EvidenceCheck.of(content);
        } catch (NotEvidenceException e) {
            throw new NotEvidenceException(name + " can't be checked. " + e.getMessage());
        }
    }

    private static @Nullable EvidenceTrust trust(Path trusted, EvidenceVerdict verdict)
            throws IOException, NotEvidenceException {
        SignedCheckpoint checkpoint = verdict.checkpoint();
        EvidenceSignatures signatures = verdict.signatures();
        return checkpoint == null || signatures == null
                ? null
                : EvidenceTrust.of(trusted, checkpoint, signatures.keys());
    }

    private int bad(String name, List<String> misfits, long more) {
        problems.println(name + " does not fit:");
        misfits.forEach(misfit -> problems.println("  " + misfit));
        if (more > 0) {
            problems.println("  And " + more + " more.");
        }
        return MISFIT;
    }

    private int good(String name, EvidenceVerdict verdict, @Nullable EvidenceTrust trust) {
        SignedCheckpoint checkpoint = verdict.checkpoint();
        if (checkpoint == null) {
            throw new IllegalStateException("Nothing was checked");
        }
        boolean all = verdict.unproved().isEmpty();
        out.println(name + (all ? " fits." : " is just as the portal wrote it, and names what does not fit:"));
        if (!all) {
            out.println("  " + verdict.unproved());
        }
        out.println("  Log: " + checkpoint.checkpoint().origin());
        out.println("  " + EvidenceWords.entries(verdict.entries()) + ", unchanged since the log was sealed at "
                + checkpoint.checkpoint().at() + " with "
                + EvidenceWords.entries(checkpoint.checkpoint().size()) + ".");
        out.println("  The portal signed that it wrote just these into the file"
                + (verdict.leftOut() == 0
                        ? "."
                        : "; " + EvidenceWords.entries(verdict.leftOut()) + " that it was asked for, too, "
                                + (verdict.leftOut() == 1 ? "was" : "were") + " not sealed yet."));
        if (verdict.page()) {
            out.println("  What the page shows is what was sealed.");
        }
        out.println("  " + (trust == null ? ownWord(verdict) : trust.sentence()));
        return all ? FITS : MISFIT;
    }

    private static String ownWord(EvidenceVerdict verdict) {
        EvidenceSignatures signatures = verdict.signatures();
        return "But the key is the file's own word: whoever made the file could have made the key, too. Give a copy of"
                + " audit-keys.txt or audit-checkpoints.txt that did not come with it, or compare the key:"
                + (signatures == null
                        ? ""
                        : signatures.keys().stream()
                                .map(key -> System.lineSeparator() + "    " + key.text())
                                .reduce("", String::concat));
    }
}

package org.deviceoffboarding.audit.evidence.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.content.ContentDevice;
import org.deviceoffboarding.audit.content.EntryContent;
import org.deviceoffboarding.audit.tree.MerkleTree;
import org.deviceoffboarding.audit.tree.Subtrees;
import org.deviceoffboarding.audit.tree.TreeHash;

/** A small sealed log in memory, and files of evidence from it. */
final class EvidenceSample {

    static final String ORIGIN = "device-offboarding-portal/8d5f1c1a-6a54-4f0b-9d3e-2b7f2a1c9e77";

    static final Instant SEALED = Instant.parse("2026-11-29T15:04:05.123456Z");

    private static final EntryWording WORDING =
            new EntryWording("Renamed a lamp", Map.of("colour", Map.of("RED", "Red <1>", "NO_LIGHT", "No light")));

    private final CheckpointKey key;
    private final List<EntryContent> contents = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();

    EvidenceSample(CheckpointKey key, int entries) {
        this.key = key;
        for (int i = 0; i < entries; i++) {
            EntryContent content = content(i);
            contents.add(content);
            leaves.add(new TreeHash().leaf(content.bytes()));
        }
    }

    static EvidenceSample of(int entries) {
        return new EvidenceSample(CheckpointKey.create(), entries);
    }

    private static EntryContent content(int i) {
        return new EntryContent(
                EntryContent.NEWEST,
                SEALED.minusSeconds(1_000 - i),
                "a-1",
                "anna@contoso.example",
                "lamp.renamed",
                i % 2 == 0 ? "DONE" : "REFUSED",
                "lamp:" + i,
                "Renamed the lamp </script><b>&\"" + i + "\"</b> \\u003c \u00e4\ud83d\ude00",
                AuditDetails.NONE
                        .with("days", 30 + i)
                        .with("names", List.of("one", "<two>"))
                        .with("no", null)
                        .with("colour", List.of("RED", "BLUE"))
                        .with("note", "RED")
                        .with("odd", "\u202eder\u2066")
                        .with("bright", true)
                        .with("since", SEALED.minusSeconds(i))
                        .changed("colour", "NO_LIGHT", "RED")
                        .changed("name", "Old " + i, "New < " + i)
                        .values(),
                List.of(new ContentDevice(new UUID(7, i), i % 2 == 0 ? new UUID(8, i) : null, "PC-" + i + " <&>")));
    }

    CheckpointKey key() {
        return key;
    }

    String vkey() {
        return key.verifierKey(ORIGIN).text();
    }

    SignedCheckpoint checkpoint() {
        return checkpoint(leaves.size());
    }

    SignedCheckpoint checkpoint(int size) {
        return key.sign(new Checkpoint(ORIGIN, size, tree(size).root(), SEALED));
    }

    private MerkleTree tree(int size) {
        return new MerkleTree(size, new Naive());
    }

    private final class Naive implements Subtrees {

        @Override
        public byte[] root(int height, long position) {
            return height == 0
                    ? leaves.get((int) position)
                    : new TreeHash().node(root(height - 1, 2 * position), root(height - 1, 2 * position + 1));
        }
    }

    /** Returns an entry with its proof. */
    EvidenceEntry entry(int number) {
        return EvidenceEntry.of(
                number,
                contents.get(number - 1).json(),
                leaves.get(number - 1),
                tree(leaves.size()).inclusion(number - 1).hashes(),
                WORDING);
    }

    /** Returns a file about some entries. */
    byte[] file(EvidenceForm form, int... numbers) {
        List<EvidenceEntry> entries = new ArrayList<>();
        for (int number : numbers) {
            entries.add(entry(number));
        }
        return file(form, checkpoint(), List.of(vkey()), 3, entries);
    }

    byte[] file(
            EvidenceForm form,
            SignedCheckpoint checkpoint,
            List<String> keys,
            long leftOut,
            List<EvidenceEntry> entries) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            EvidenceWriter writer = EvidenceWriter.begin(
                    out,
                    form,
                    new EvidenceHead(Map.of("action", "lamp.renamed", "text", "<lamp>"), checkpoint.text()),
                    checkpoint.checkpoint());
            for (EvidenceEntry entry : entries) {
                writer.add(entry);
            }
            writer.end(
                    new EvidenceEnd(keys, leftOut, List.of(), 0),
                    text -> key.sign(checkpoint.checkpoint().origin(), text).note());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.deviceoffboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.tree.NaiveTree;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of the sealed log at any moment, computed from all of it. */
public final class SealedLogInvariants {

    private SealedLogInvariants() {}

    /** Asserts that entries are numbered without gaps or doubles, that nothing is half done, and that all hashes are right. */
    public static void hold(JdbcClient jdbc) {
        List<Long> numbers = jdbc.sql("select number from audit_leaf order by number")
                .query(Long.class)
                .list();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
        assertThat(jdbc.sql("""
                select count(*) from audit_entry e
                    left join audit_leaf l on l.entry_id = e.id
                    left join audit_unsealed u on u.entry_id = e.id
                    left join audit_refused r on r.entry_id = e.id
                where num_nonnulls(l.number, u.entry_id, r.entry_id) <> 1 or l.leaf_hash <> e.leaf_hash
                """).query(Long.class).single())
                .as("entries that are neither sealed nor waiting, or both, or sealed with another hash")
                .isZero();
        List<byte[]> leaves = jdbc.sql("select leaf_hash from audit_leaf order by number")
                .query((row, number) -> row.getBytes(1))
                .list();
        eachTileIsRight(jdbc, leaves);
        eachCheckpointIsRight(jdbc, leaves);
    }

    private static void eachTileIsRight(JdbcClient jdbc, List<byte[]> leaves) {
        List<String> tiles = jdbc.sql(
                        "select level || ' ' || position || ' ' || encode(hash, 'hex') from audit_tile order by level, position")
                .query(String.class)
                .list();
        List<String> expected = new ArrayList<>();
        for (int level = 1, width = 256; width <= leaves.size(); level++, width *= 256) {
            for (int position = 0; (position + 1) * width <= leaves.size(); position++) {
                expected.add(level + " " + position + " "
                        + HexFormat.of()
                                .formatHex(NaiveTree.root(leaves.subList(position * width, (position + 1) * width))));
            }
        }
        assertThat(tiles).isEqualTo(expected);
    }

    private static void eachCheckpointIsRight(JdbcClient jdbc, List<byte[]> leaves) {
        List<SignedCheckpoint> checkpoints =
                jdbc.sql("select note from audit_checkpoint order by size").query(String.class).list().stream()
                        .map(SignedCheckpoint::parse)
                        .toList();
        assertThat(checkpoints).allSatisfy(each -> {
            int size = (int) each.checkpoint().size();
            assertThat(each.checkpoint().root()).isEqualTo(NaiveTree.root(leaves.subList(0, size)));
        });
        assertThat(checkpoints)
                .extracting(each -> each.checkpoint().at())
                .isSorted()
                .doesNotHaveDuplicates();
        if (!leaves.isEmpty()) {
            assertThat(checkpoints.getLast().checkpoint().size()).isEqualTo(leaves.size());
        }
    }
}

package org.deviceoffboarding.audit.seal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the tree: its leaves, and the roots of the complete subtrees of 256 leaves, of 256 of these, and so on. */
@Repository
class LeafRepository {

    private final JdbcClient jdbc;

    LeafRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many leaves there are. */
    long size() {
        return jdbc.sql("select coalesce(max(number), 0) from audit_leaf")
                .query(Long.class)
                .single();
    }

    /**
     * Returns the hashes of a level that there are among some places, in their order.
     *
     * @param level 0 for leaves
     * @param from the first place, counted from 0
     * @param to behind the last place
     */
    List<PlacedHash> hashes(int level, long from, long to) {
        return jdbc.sql(level == 0 ? """
                        select number - 1 as place, leaf_hash as hash from audit_leaf
                        where number > :from and number <= :to order by number
                        """ : """
                        select position as place, hash from audit_tile
                        where level = :level and position >= :from and position < :to order by position
                        """)
                .param("level", level)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new PlacedHash(row.getLong("place"), row.getBytes("hash")))
                .list();
    }

    /** Adds leaves behind those that there are. */
    void addLeaves(long size, List<UnsealedEntry> entries) {
        Long[] numbers = new Long[entries.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = size + i + 1;
        }
        jdbc.sql("""
                insert into audit_leaf (number, entry_id, leaf_hash)
                select * from unnest(:numbers, :entries, :hashes)
                """)
                .param("numbers", numbers)
                .param("entries", entries.stream().map(UnsealedEntry::id).toArray(Long[]::new))
                .param("hashes", entries.stream().map(UnsealedEntry::leafHash).toArray(byte[][]::new))
                .update();
    }

    void addTiles(List<SealedTile> tiles) {
        if (!tiles.isEmpty()) {
            jdbc.sql("""
                    insert into audit_tile (level, position, hash)
                    select * from unnest(:levels, :positions, :hashes)
                    """)
                    .param("levels", tiles.stream().map(SealedTile::level).toArray(Short[]::new))
                    .param("positions", tiles.stream().map(SealedTile::position).toArray(Long[]::new))
                    .param("hashes", tiles.stream().map(SealedTile::hash).toArray(byte[][]::new))
                    .update();
        }
    }
}

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

    /** Returns the highest number that there is; where somebody put a leaf ahead it is more than there are. */
    long highest() {
        return jdbc.sql("select coalesce(max(number), 0) from audit_leaf")
                .query(Long.class)
                .single();
    }

    /** Returns up to where numbers follow on each other behind one, which need not be there itself. */
    long endOfRun(long from) {
        return jdbc.sql("""
                select case when not exists (select from audit_leaf where number = :from + 1) then :from else (
                    select l.number from audit_leaf l
                    where l.number > :from and not exists (select from audit_leaf n where n.number = l.number + 1)
                    order by l.number limit 1) end
                """).param("from", from).query(Long.class).single();
    }

    /** Returns some of the leaves behind a number, in their order. */
    List<PlacedLeaf> behind(long number, int limit) {
        return jdbc.sql("""
                select number, entry_id, leaf_hash from audit_leaf where number > :number order by number limit :limit
                """)
                .param("number", number)
                .param("limit", limit)
                .query((row, nth) ->
                        new PlacedLeaf(row.getLong("number"), row.getLong("entry_id"), row.getBytes("leaf_hash")))
                .list();
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

    void addLeaves(List<PlacedLeaf> added) {
        jdbc.sql("""
                insert into audit_leaf (number, entry_id, leaf_hash)
                select * from unnest(:numbers, :entries, :hashes)
                """)
                .param("numbers", added.stream().map(PlacedLeaf::number).toArray(Long[]::new))
                .param("entries", added.stream().map(PlacedLeaf::entryId).toArray(Long[]::new))
                .param("hashes", added.stream().map(PlacedLeaf::hash).toArray(byte[][]::new))
                .update();
    }

    /** Adds tiles, lower levels first. What somebody put in the place of one stays, and is found by verifying. */
    void addTiles(List<SealedTile> tiles) {
        if (!tiles.isEmpty()) {
            jdbc.sql("""
                    insert into audit_tile (level, position, hash)
                    select * from unnest(:levels, :positions, :hashes)
                    on conflict do nothing
                    """)
                    .param("levels", tiles.stream().map(SealedTile::level).toArray(Short[]::new))
                    .param("positions", tiles.stream().map(SealedTile::position).toArray(Long[]::new))
                    .param("hashes", tiles.stream().map(SealedTile::hash).toArray(byte[][]::new))
                    .update();
        }
    }
}

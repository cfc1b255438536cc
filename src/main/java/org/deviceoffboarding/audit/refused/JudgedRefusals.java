package org.deviceoffboarding.audit.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.deviceoffboarding.audit.stored.LeavesByKeys;
import org.deviceoffboarding.audit.stored.StoredEntries;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells of the rows that are never sealed which of them the sealer refused, as their hash is not that of what they say, and which somebody
 * else noted among them, as whoever has got hold of the portal's role can. Each time it is asked the newest are looked at, and some of all
 * others in turn; what fits is remembered: however many rows somebody adds, they only delay what is said of others.
 */
@Component
public class JudgedRefusals {

    /** More are not named. */
    private static final int NAMED = 5;

    /** More are not counted. */
    private static final int COUNTED = 100_000;

    private static final int FEW = 50;

    private static final int IN_TURN = 500;

    /** Of those that fit; somebody who keeps more from being sealed is found by the first. */
    private static final int REMEMBERED = 10_000;

    /** Behind all rows. */
    private static final long BEGIN = Long.MIN_VALUE;

    private final JdbcClient jdbc;
    private final JdbcTemplate connections;

    /** What fits, by its row. */
    private final TreeMap<Long, RefusedEntry> fitting = new TreeMap<>();

    /** The last turn through all rows that ended. */
    private Turn ended = Turn.NONE;

    private Turn turn = Turn.NONE;

    public JudgedRefusals(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.connections = new JdbcTemplate(database);
    }

    /**
     * @param count how many rows, up to 100,000
     * @param last the highest
     */
    private record Extent(int count, long last) {

        static final Extent NONE = new Extent(0, BEGIN);
    }

    /**
     * How far one goes through all rows.
     *
     * @param of what was there as it began
     * @param last up to which row
     * @param rows how many these were
     * @param foreign how many of them do not fit
     */
    private record Turn(Extent of, long last, int rows, int foreign) {

        static final Turn NONE = new Turn(Extent.NONE, BEGIN, 0, 0);
    }

    /** Returns them as far as they were looked at, in the caller's transaction. */
    public synchronized RefusedRows now() {
        Extent now = extent();
        if (now.count() == 0) {
            fitting.clear();
            ended = Turn.NONE;
            turn = Turn.NONE;
            return RefusedRows.NONE;
        }
        List<RefusedEntry> newest = foreignOf(newestRows());
        if (!now.equals(ended.of())) {
            goOn(now);
        }
        boolean all = now.equals(ended.of());
        List<RefusedEntry> kept = kept();
        return new RefusedRows(
                all ? ended.foreign() : Math.max(ended.foreign(), Math.max(turn.foreign(), newest.size())),
                newest.stream().limit(NAMED).toList(),
                kept.size(),
                kept.stream().limit(NAMED).toList(),
                all ? 0 : Math.max(0, now.count() - turn.rows()));
    }

    /** Returns what fits and waits for no number, nor has one: what does is sealed all the same. The newest first. */
    private List<RefusedEntry> kept() {
        if (fitting.isEmpty()) {
            return List.of();
        }
        Set<Long> kept = jdbc.sql("""
                select r.entry_id from audit_refused r
                where r.entry_id = any(:ids)
                    and not exists (select from audit_leaf l where l.entry_id = r.entry_id)
                    and not exists (select from audit_unsealed u where u.entry_id = r.entry_id)
                """)
                .param("ids", fitting.keySet().toArray(Long[]::new))
                .query(Long.class)
                .set();
        return fitting.descendingMap().values().stream()
                .filter(each -> kept.contains(each.id()))
                .toList();
    }

    private Extent extent() {
        return jdbc.sql("""
                select count(*) as count, (select max(entry_id) from audit_refused) as last
                from (select from audit_refused limit :most) counted
                """)
                .param("most", COUNTED)
                .query((row, number) -> new Extent(row.getInt("count"), row.getLong("last")))
                .single();
    }

    private List<Long> newestRows() {
        return jdbc.sql("select entry_id from audit_refused order by entry_id desc limit :few")
                .param("few", FEW)
                .query(Long.class)
                .list()
                .reversed();
    }

    /** One who adds rows meanwhile does not let it begin anew before it has ended. */
    private void goOn(Extent now) {
        Turn from = turn.rows() == 0 ? new Turn(now, BEGIN, 0, 0) : turn;
        List<Long> next = jdbc.sql(
                        "select entry_id from audit_refused where entry_id > :last order by entry_id limit :most")
                .param("last", from.last())
                .param("most", IN_TURN)
                .query(Long.class)
                .list();
        int foreign = foreignOf(next).size();
        Turn gone = new Turn(
                from.of(),
                next.isEmpty() ? from.last() : next.getLast(),
                from.rows() + next.size(),
                from.foreign() + foreign);
        if (next.size() < IN_TURN) {
            ended = gone;
            turn = Turn.NONE;
        } else {
            turn = gone;
        }
    }

    /**
     * Remembers those of some rows that fit, and returns the others, the newest first.
     *
     * @param ids in order
     */
    private List<RefusedEntry> foreignOf(List<Long> ids) {
        List<RefusedEntry> foreign = new ArrayList<>();
        if (!ids.isEmpty()) {
            connections.execute((ConnectionCallback<Boolean>)
                    connection -> judge(connection, ids.getFirst(), ids.getLast(), foreign));
        }
        return foreign.reversed();
    }

    private boolean judge(Connection connection, long first, long last, List<RefusedEntry> foreign)
            throws SQLException {
        LeavesByKeys.read(connection, StoredEntries.refused(connection), first, last, entry -> {
            RefusedEntry row = new RefusedEntry(entry.id(), entry.at());
            if (entry.leaf() == null) {
                foreign.add(row);
            } else if (fitting.size() < REMEMBERED) {
                fitting.put(row.id(), row);
            }
        });
        return true;
    }
}

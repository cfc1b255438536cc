package org.deviceoffboarding.audit.verification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.deviceoffboarding.audit.judged.JudgedRows;
import org.deviceoffboarding.audit.judged.JudgedTable;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class VerificationRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** More of what no key signed nobody looks at. */
    private static final int FEW = 20;

    private static final int AT_ONCE = 200;

    private static final List<Misfit> UNREADABLE = List.of(
            Misfits.foreign("What the database has of a verification can't be read: it was put in past the portal."));

    /** What it says itself is shown to nobody: whoever adds rows would write above every page. */
    private static final List<Misfit> UNSIGNED = List.of(Misfits.foreign(
            "The database has a result of a verification, signed by no key of this log, by which something does not fit: it was put in past"
                    + " the portal, or by one of an earlier version. Verify the log."));

    private static final JudgedTable TABLE =
            new JudgedTable("audit_verification", "judged.*", "audit_verification judged");

    private final JdbcClient jdbc;
    private final VerificationNotes notes;
    private final JudgedRows<Stored, Stored> signed;

    VerificationRepository(JdbcClient jdbc, VerificationNotes notes) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.signed = new JudgedRows<>(jdbc, TABLE, this::stored, AT_ONCE);
    }

    /** A verification in the order of storing. What is signed twice is the same. */
    private record Stored(long id, String note, LogVerification verification) {

        boolean isSigned() {
            return verification.signed();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stored same && same.note.equals(note);
        }

        @Override
        public int hashCode() {
            return note.hashCode();
        }
    }

    void add(LogVerification verification) {
        jdbc.sql("""
                insert into audit_verification (began_at, ended_at, actor_id, actor_name, behind, size, proved_size, proved_at,
                    unsealed, oldest_unsealed, misfit_count, misfits, remarks, signed)
                values (:began, :ended, :actorId, :actorName, :behind, :size, :provedSize, :provedAt, :unsealed, :oldest, :misfitCount,
                    cast(:misfits as jsonb), :remarks, :signed)
                """)
                .param("began", Sql.timestamp(verification.beganAt()))
                .param("ended", Sql.timestamp(verification.endedAt()))
                .param("actorId", verification.by().id())
                .param("actorName", CanonicalText.clean(verification.by().name()))
                .param("behind", verification.behind())
                .param("size", verification.size())
                .param("provedSize", verification.provedSize())
                .param("provedAt", timestamp(verification.provedAt()))
                .param("unsealed", verification.unsealed())
                .param("oldest", timestamp(verification.oldestUnsealed()))
                .param("misfitCount", verification.misfitCount())
                .param("misfits", JSON.writeValueAsString(verification.misfits()))
                .param("remarks", verification.remarks().toArray(String[]::new))
                .param("signed", notes.sign(verification))
                .update();
    }

    /**
     * Returns what the database knows of verifications. Of those that no key signed a few are read, however many somebody put there; they
     * stand in the order of storing, whatever time they say, and are settled by whatever verification of all is good behind them.
     */
    KnownVerifications known() {
        List<Stored> believed = signed.counting(
                notes.keys(), rows -> rows.stream().filter(Stored::isSigned).toList());
        long settled = believed.stream()
                .filter(each ->
                        each.verification().isWhole() && each.verification().isGood())
                .mapToLong(Stored::id)
                .max()
                .orElse(0);
        return KnownVerifications.of(Stream.concat(
                        believed.stream(), others().stream().filter(each -> each.id() > settled))
                .sorted(Comparator.comparing(Stored::id).reversed())
                .map(Stored::verification)
                .toList());
    }

    private List<Stored> others() {
        return jdbc.sql("""
                (select * from audit_verification order by id desc limit :few)
                union
                (select * from audit_verification where misfits <> '[]' order by id desc limit :few)
                """).param("few", FEW).query(this::stored).list().stream()
                .filter(each -> !each.isSigned())
                .toList();
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(row.getLong("id"), Objects.toString(row.getString("signed"), ""), read(row));
    }

    /** What is no verification of this portal is told of as one that does not fit. */
    private LogVerification read(ResultSet row) throws SQLException {
        Optional<List<Misfit>> misfits = misfits(row.getString("misfits"));
        LogVerification read = read(row, misfits.orElse(UNREADABLE));
        if (notes.isSigned(read, row.getString("signed"))) {
            return read.asSigned();
        }
        return misfits.isEmpty() || read.isGood() ? read : read(row, UNSIGNED);
    }

    private static LogVerification read(ResultSet row, List<Misfit> misfits) throws SQLException {
        return new LogVerification(
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                new Actor(row.getString("actor_id"), row.getString("actor_name")),
                row.getLong("behind"),
                row.getLong("size"),
                row.getLong("proved_size"),
                instant(row.getTimestamp("proved_at")),
                row.getLong("unsealed"),
                instant(row.getTimestamp("oldest_unsealed")),
                count(row, misfits),
                misfits,
                strings(row.getArray("remarks")),
                false);
    }

    private static long count(ResultSet row, List<Misfit> named) throws SQLException {
        return Math.max(named.size(), row.getLong("misfit_count"));
    }

    private static Optional<List<Misfit>> misfits(String json) {
        try {
            List<@Nullable Misfit> read = JSON.readValue(json, new TypeReference<>() {});
            return read.stream().allMatch(VerificationRepository::isWhole)
                    ? Optional.of(read.stream().filter(Objects::nonNull).toList())
                    : Optional.empty();
        } catch (JacksonException notOnes) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ConstantValue") // by JSON each may be missing
    private static boolean isWhole(@Nullable Misfit misfit) {
        return misfit != null && misfit.kind() != null && misfit.sentence() != null;
    }

    private static List<String> strings(Array array) throws SQLException {
        return Stream.of((@Nullable Object[]) array.getArray())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Object timestamp(@Nullable Instant at) {
        return at == null ? null : Sql.timestamp(at);
    }
}

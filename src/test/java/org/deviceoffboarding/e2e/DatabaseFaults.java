package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;

/** What goes wrong on purpose with the embedded database of a portal. */
final class DatabaseFaults {

    private static final int LINE_OF_PORT = 3;

    private final Path data;
    private final Path folder;

    /** @param data the portal's folder */
    DatabaseFaults(Path data) {
        this.data = data;
        this.folder = data.resolve("postgres");
    }

    /** Lets it answer nothing any more, until {@link #goOn()}. */
    void stop() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    /** Takes a table away for good, so that the page which needs it breaks. */
    void lose(String table) {
        execute("alter table " + table + " rename to lost_" + table);
    }

    /** Lets the portal have noticed that it is older than its log: one that it signed itself, as nothing else counts. */
    void seemRestored() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet newest =
                        statement.executeQuery("select size, note from audit_checkpoint order by size desc limit 1")) {
            newest.next();
            String origin = newest.getString("note").lines().findFirst().orElseThrow();
            long beyond = newest.getLong("size") + 24;
            String note = CheckpointKey.parse(Files.readString(data.resolve("audit-key.pem")))
                    .sign(new Checkpoint(
                            origin, beyond, new byte[32], Instant.now().truncatedTo(ChronoUnit.MICROS)))
                    .text();
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into audit_restoration (found_at, size_inside, size_outside, note) values (now(), ?, ?, ?)")) {
                insert.setLong(1, beyond - 24);
                insert.setLong(2, beyond);
                insert.setString(3, note);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets nobody find what a test before typed and didn't send: a page with that text asks before it is left. */
    void forgetWhatWasTyped() {
        execute("delete from draft");
    }

    /** Lets mail of before a backup wait for an owner. */
    void haveMailWaited() {
        execute("""
                with people as (
                    insert into delivery_destination (kind, target, last_position, cursor)
                    select 'MAIL', id, 1, 1 from person order by id limit 3 returning id
                ), told as (
                    insert into notice (key, kind, subject, sentence, told_at, queued_at, actor_id, actor_name)
                    values ('task:7:overdue', 'TASK_OVERDUE', 'task:7',
                        'Task 7, Remove iOS/iPadOS corporate devices, is overdue: it was due on 23 November 2026.', now(), now(),
                        'portal', 'Portal')
                    returning id
                ), waited as (
                    insert into parcel (destination_id, position, id, gathers, made_at, due_at, settled_at, sent, outcome,
                        aside_since)
                    select id, 1, gen_random_uuid(), false, now() - interval '1 day', now(), now(), false, 'It waits.', now()
                    from people returning id
                )
                insert into parcel_notice (parcel_id, notice_id) select waited.id, told.id from waited, told
                """);
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connects as the administrator of the database that comes with the portal. */
    Connection connect() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server().get(LINE_OF_PORT) + "/portal?socketTimeout=60";
        try {
            return DriverManager.getConnection(
                    url, "portal", Files.readString(folder.resolve("password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String signal) {
        try {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(server().getFirst())).orElseThrow();
            List<String> command = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(server.pid())));
            server.descendants().map(child -> String.valueOf(child.pid())).forEach(command::add);
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the server says of itself: its process, its folder, when it began, its port and more. */
    private List<String> server() {
        try {
            return Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).stream()
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

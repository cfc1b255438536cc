package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The least that reading can take: the JDK's HTTP client, a streaming parser, and one binary COPY for a list. */
final class FloorReader implements ContenderMain.ListReader {

    private static final String RUN = "1";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    @Override
    public long read(CopiedTable table, URI graph, String path, String token, Connection database)
            throws IOException, InterruptedException, SQLException {
        Map<String, String> known = TenantField.of(table.source());
        List<String> fields = new ArrayList<>(known.values().stream().distinct().toList());
        List<CopiedTable.Column> columns = table.written();
        int[] cells = columns.stream()
                .mapToInt(column -> fields.indexOf(known.getOrDefault(column.name(), "")))
                .toArray();
        int kind = table.source().equals("removal_event") ? fields.indexOf(TenantField.EVENT_KIND) : -1;
        try (BinaryRows rows = new BinaryRows(database, table.copy())) {
            new PageReader(CLIENT, token, fields).read(URI.create(graph + path.replace(" ", "%20")), page -> {
                try {
                    for (@Nullable Object[] row : page) {
                        if (kind < 0 || isRemoval(row[kind])) {
                            write(rows, columns, cells, row);
                        }
                    }
                    rows.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            return rows.rows();
        }
    }

    /** Copies rows that were made beforehand. */
    long copy(CopiedTable table, Connection database) throws IOException, SQLException {
        try (InputStream rows = Files.newInputStream(Path.of(Objects.requireNonNull(table.rows())))) {
            return database.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy(), rows);
        }
    }

    private static boolean isRemoval(@Nullable Object kind) {
        return kind != null && ((String) kind).endsWith("ManagedDevice");
    }

    private static void write(BinaryRows rows, List<CopiedTable.Column> columns, int[] cells, @Nullable Object[] row)
            throws IOException {
        rows.begin(cells.length);
        for (int i = 0; i < cells.length; i++) {
            Object value = cells[i] >= 0 ? row[cells[i]] : columns.get(i).name().equals("run_id") ? RUN : null;
            rows.add(columns.get(i), value);
        }
    }
}

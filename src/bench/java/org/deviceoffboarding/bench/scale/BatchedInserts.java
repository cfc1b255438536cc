package org.deviceoffboarding.bench.scale;

import com.microsoft.graph.models.AuditEvent;
import com.microsoft.graph.models.AuditProperty;
import com.microsoft.graph.models.AuditResource;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts the SDK's objects into a table, a thousand at a time. */
final class BatchedInserts<T> implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final Connection connection;
    private final List<CopiedTable.Column> columns;
    private final @Nullable Method[] getters;
    private final PreparedStatement insert;
    private int waiting;

    BatchedInserts(Connection connection, CopiedTable table, Class<T> model) throws SQLException {
        this.connection = connection;
        this.columns = table.written();
        Map<String, String> fields = TenantField.of(table.source());
        this.getters = columns.stream()
                .map(column -> getter(model, fields.getOrDefault(column.name(), "")))
                .toArray(Method[]::new);
        connection.setAutoCommit(false);
        this.insert = connection.prepareStatement("insert into " + table.name() + " ("
                + columns.stream().map(CopiedTable.Column::name).collect(Collectors.joining(", ")) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")");
    }

    void add(T object) {
        try {
            for (int i = 0; i < getters.length; i++) {
                set(i + 1, columns.get(i), value(object, columns.get(i), getters[i]));
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                send();
            }
        } catch (SQLException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        send();
        insert.close();
    }

    private void send() throws SQLException {
        insert.executeBatch();
        connection.commit();
        waiting = 0;
    }

    private static @Nullable Method getter(Class<?> model, String property) {
        String name = "get" + property;
        for (Method method : model.getMethods()) {
            if (method.getName().equalsIgnoreCase(name) && method.getParameterCount() == 0) {
                return method;
            }
        }
        return null;
    }

    private @Nullable Object value(T object, CopiedTable.Column column, @Nullable Method getter)
            throws ReflectiveOperationException {
        if (getter != null) {
            return getter.invoke(object);
        }
        return object instanceof AuditEvent event ? ofEvent(event, column.name()) : null;
    }

    private static @Nullable Object ofEvent(AuditEvent event, String column) {
        AuditResource resource = Objects.requireNonNull(event.getResources()).getFirst();
        return switch (column) {
            case "actor" -> event.getActor() == null ? null : event.getActor().getUserPrincipalName();
            case "intune_id" -> resource.getResourceId();
            case "device_name" -> resource.getDisplayName();
            case "entra_device_id" ->
                Objects.requireNonNull(resource.getModifiedProperties()).stream()
                        .filter(property -> TenantField.EVENT_DEVICE.equals(property.getDisplayName()))
                        .map(AuditProperty::getNewValue)
                        .findFirst()
                        .map(value -> value.replace("\"", ""))
                        .orElse(null);
            default -> null;
        };
    }

    private void set(int place, CopiedTable.Column column, @Nullable Object value) throws SQLException {
        switch (column.type()) {
            case "uuid" -> insert.setObject(place, id(value));
            case "text[]" ->
                insert.setArray(
                        place,
                        connection.createArrayOf("text", value == null ? new Object[0] : ((List<?>) value).toArray()));
            case "bigint" -> insert.setLong(place, 1);
            case "integer", "smallint" -> insert.setInt(place, 0);
            case "boolean" -> insert.setObject(place, value == null && column.required() ? Boolean.TRUE : value);
            case "timestamp with time zone" -> insert.setObject(place, (OffsetDateTime) value);
            default -> insert.setString(place, text(column, value));
        }
    }

    private static @Nullable UUID id(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() == 36 && !text.startsWith("00000000-0000-0000-0000") ? UUID.fromString(text) : null;
    }

    private static @Nullable String text(CopiedTable.Column column, @Nullable Object value) {
        return value == null
                ? (column.required() ? "" : null)
                : value.toString().replace("\0", "");
    }
}

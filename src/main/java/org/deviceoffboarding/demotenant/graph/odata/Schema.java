package org.deviceoffboarding.demotenant.graph.odata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** The properties of a resource, in the order in which they are written. */
public final class Schema<T> {

    private final String resource;
    private final String context;
    private final boolean caseSensitive;
    private final List<Property<T>> properties = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    /**
     * Starts a schema.
     *
     * @param resource the name of the type
     * @param context what stands behind {@code $metadata#}
     * @param caseSensitive whether filters compare texts with case
     */
    public Schema(String resource, String context, boolean caseSensitive) {
        this.resource = resource;
        this.context = context;
        this.caseSensitive = caseSensitive;
    }

    /** Adds a property that is shown everywhere, and which operators a filter may use on it. */
    public Schema<T> with(String name, Property.Value<T> value, Operator... operators) {
        return with(name, Property.Shown.EVERYWHERE, value, operators);
    }

    /** Adds a property, and which operators a filter may use on it. */
    public Schema<T> with(String name, Property.Shown shown, Property.Value<T> value, Operator... operators) {
        var allowed = operators.length == 0 ? Set.<Operator>of() : EnumSet.copyOf(Arrays.asList(operators));
        positions.put(name.toLowerCase(Locale.ROOT), properties.size());
        properties.add(new Property<>(new SerializedString(name), value, allowed, shown));
        return this;
    }

    String resource() {
        return resource;
    }

    String context() {
        return context;
    }

    boolean caseSensitive() {
        return caseSensitive;
    }

    @Nullable
    Property<T> find(String name) {
        var position = positions.get(name.toLowerCase(Locale.ROOT));
        return position == null ? null : properties.get(position);
    }

    /**
     * Reads {@code $select}.
     *
     * @throws ODataError if it names a property that the resource does not have
     */
    public Selection select(@Nullable String select) {
        var chosen = new boolean[properties.size()];
        if (select == null || select.isBlank()) {
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = properties.get(i).where() != Property.Shown.ON_REQUEST;
            }
            return new Selection(chosen, "", false);
        }
        chosen[0] = true; // the ID comes whether asked for or not
        var names = new ArrayList<String>();
        for (String name : select.split(",")) {
            var position = positions.get(name.strip().toLowerCase(Locale.ROOT));
            if (position == null) {
                throw new ODataError(
                        400,
                        "BadRequest",
                        "Could not find a property named '" + name.strip() + "' on type 'microsoft.graph." + resource
                                + "'.");
            }
            chosen[position] = true;
            names.add(properties.get(position).name().getValue());
        }
        return new Selection(chosen, "(" + String.join(",", names) + ")", true);
    }

    /** Reads a {@code $select} over objects of several types, of which this one need not have every property. */
    public Selection selectKnown(@Nullable String select) {
        if (select == null || select.isBlank()) {
            return select(null);
        }
        return select(Arrays.stream(select.split(","))
                .filter(name -> find(name.strip()) != null)
                .collect(Collectors.joining(",", "id,", "")));
    }

    /** Returns the ID of a row, which is the first property of every schema. */
    public String idOf(T row) {
        return String.valueOf(properties.getFirst().value().of(row));
    }

    /** Writes one row as an answer of its own. */
    public ODataResponse single(Call call, T row) {
        var selection = select(call.query().get("$select"));
        var address = call.request().serviceRoot() + "/$metadata#" + context + selection.suffix() + "/$entity";
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", address);
            write(json, row, selection, false);
            json.writeEndObject();
        });
    }

    /** Writes the chosen properties of a row into the object that was started. */
    public void write(JsonGenerator json, T row, Selection selection, boolean inList) {
        for (int i = 0; i < selection.chosen().length; i++) {
            if (selection.chosen()[i]) {
                var property = properties.get(i);
                json.writeName(property.name());
                writeValue(
                        json,
                        inList && property.where() == Property.Shown.SINGLY
                                ? null
                                : property.value().of(row));
            }
        }
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case Instant time -> json.writeString(GraphTimestamps.format(time));
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case List<?> texts -> {
                json.writeStartArray();
                texts.forEach(text -> writeValue(json, text));
                json.writeEndArray();
            }
            case ODataResponse.Body body -> body.writeTo(json);
            default -> throw new IllegalStateException("No way to write a " + value.getClass());
        }
    }

    /**
     * Which properties to write.
     *
     * @param suffix what it adds to the context of the answer
     * @param explicit whether the client chose
     */
    public record Selection(boolean[] chosen, String suffix, boolean explicit) {}
}

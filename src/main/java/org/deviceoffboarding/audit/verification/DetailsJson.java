package org.deviceoffboarding.audit.verification;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads an entry's details as PostgreSQL gives them back. */
final class DetailsJson {

    private static final String NONE = "{}";

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build()
            .readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

    private DetailsJson() {}

    /** @throws IllegalArgumentException if they are no details of an entry */
    static Map<String, @Nullable Object> read(String json) {
        if (NONE.equals(json)) { // as most are: nothing to parse
            return Map.of();
        }
        try {
            return READER.readValue(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("An entry's details can't be read", e);
        }
    }
}

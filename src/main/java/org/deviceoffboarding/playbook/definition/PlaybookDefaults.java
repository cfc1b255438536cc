package org.deviceoffboarding.playbook.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The playbooks as the portal brings them, from {@code playbooks.yaml}; read when first asked for, not at every start. */
@Component
class PlaybookDefaults {

    private final SingletonSupplier<Map<Playbook.Key, Playbook>> playbooks =
            SingletonSupplier.of(PlaybookDefaults::readAll);

    Playbook get(Playbook.Key key) {
        return Objects.requireNonNull(playbooks.obtain().get(key), "Every key has a playbook");
    }

    private static Map<Playbook.Key, Playbook> readAll() {
        PlaybookFile file = read();
        Map<Playbook.Key, Playbook> read = new EnumMap<>(Playbook.Key.class);
        for (Playbook.Key key : Playbook.Key.values()) {
            read.put(key, file.playbook(key));
        }
        return Collections.unmodifiableMap(read);
    }

    private static PlaybookFile read() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = new ClassPathResource("playbooks.yaml", PlaybookDefaults.class).getInputStream()) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return mapper.convertValue(document, PlaybookFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The playbooks cannot be read", e);
        }
    }
}

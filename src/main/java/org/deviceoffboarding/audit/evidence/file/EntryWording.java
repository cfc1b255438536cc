package org.deviceoffboarding.audit.evidence.file;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the portal called what an entry keeps by names of its own, when the file was written. So a file needs no list of names, and says
 * for ever what it said then.
 *
 * @param action what the action is called; empty where it is not known
 * @param values what constants in its details are called: by the name of the field, and how they are stored
 */
public record EntryWording(String action, Map<String, Map<String, String>> values) {

    /** Nothing has another name. */
    public static final EntryWording NONE = new EntryWording("", Map.of());

    /** Returns what is said in place of constants in a field. */
    Map<String, String> of(String field) {
        return values.getOrDefault(field, Map.of());
    }

    Map<String, @Nullable Object> json() {
        return new TreeMap<>(Map.of("action", action, "values", new TreeMap<>(values)));
    }

    static EntryWording of(Map<String, @Nullable Object> json) throws EvidenceMisfitException {
        if (json.size() == 2
                && json.get("action") instanceof String action
                && json.get("values") instanceof Map<?, ?> fields) {
            Map<String, Map<String, String>> values = new TreeMap<>();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                values.put((String) field.getKey(), words(field.getValue()));
            }
            return new EntryWording(action, values);
        }
        throw new EvidenceMisfitException("the words are not those of an entry");
    }

    private static Map<String, String> words(@Nullable Object value) throws EvidenceMisfitException {
        Map<String, String> words = new TreeMap<>();
        if (!(value instanceof Map<?, ?> named)) {
            throw new EvidenceMisfitException("the words of a field are none");
        }
        for (Map.Entry<?, ?> each : named.entrySet()) {
            if (!(each.getValue() instanceof String word)) {
                throw new EvidenceMisfitException("a word of a field is none");
            }
            words.put((String) each.getKey(), word);
        }
        return words;
    }
}

package org.deviceoffboarding.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphAnswer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks for BitLocker recovery keys by device ID, without the keys. */
@Component
class BitlockerLookup {

    private static final KeyQuestions.Question QUESTION = new KeyQuestions.Question(
            "BitLocker recovery keys",
            "BitlockerKey.ReadBasic.All",
            id -> "/informationProtection/bitlocker/recoveryKeys?$filter=deviceId eq '" + id + "'");

    private final KeyQuestions questions;

    BitlockerLookup(KeyQuestions questions) {
        this.questions = questions;
    }

    Map<UUID, BitlockerKept> ask(List<UUID> deviceIds, AccessTokens tokens) {
        return questions.ask(deviceIds, QUESTION, BitlockerLookup::read, tokens);
    }

    private static BitlockerKept read(GraphAnswer answer) {
        JsonNode values = answer.body().path("value");
        boolean clear = answer.status() == 200
                && values.isArray()
                && values.valueStream().allMatch(key -> isOf(answer.id(), key))
                && (!values.isEmpty() || !answer.body().hasNonNull("@odata.nextLink"));
        return clear ? kept(values) : BitlockerKept.unknown(KeyQuestions.unclear("BitLocker keys", answer));
    }

    private static boolean isOf(String deviceId, JsonNode key) {
        return deviceId.equalsIgnoreCase(key.path("deviceId").asString(""));
    }

    private static BitlockerKept kept(JsonNode keys) {
        var times = new ArrayList<Instant>();
        var volumes = new ArrayList<String>();
        keys.forEach(key -> {
            Instant created = BlankValues.orTime(key.path("createdDateTime").asString(""));
            if (created != null) {
                times.add(created);
            }
            String volume = BlankValues.orText(key.path("volumeType").asString(""));
            if (volume != null) {
                volumes.add(volume);
            }
        });
        return new BitlockerKept(
                keys.size(),
                times.stream().max(Comparator.naturalOrder()).orElse(null),
                volumes.stream().distinct().sorted().toList(),
                null);
    }
}

package org.deviceoffboarding.keys;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphAnswer;
import org.springframework.stereotype.Component;

/** Asks for the passwords of local administrators (LAPS) by device ID, without the passwords. */
@Component
class LapsLookup {

    private static final KeyQuestions.Question QUESTION = new KeyQuestions.Question(
            "LAPS passwords",
            "DeviceLocalCredential.ReadBasic.All",
            id -> "/directory/deviceLocalCredentials/" + id + "?$select=id,lastBackupDateTime");

    private final KeyQuestions questions;

    LapsLookup(KeyQuestions questions) {
        this.questions = questions;
    }

    Map<UUID, LapsKept> ask(List<UUID> deviceIds, AccessTokens tokens) {
        return questions.ask(deviceIds, QUESTION, LapsLookup::read, tokens);
    }

    private static LapsKept read(GraphAnswer answer) {
        if (answer.status() == 404) {
            return new LapsKept(false, null, null);
        }
        return answer.status() == 200
                        && answer.id().equalsIgnoreCase(answer.body().path("id").asString(""))
                ? new LapsKept(
                        true,
                        BlankValues.orTime(
                                answer.body().path("lastBackupDateTime").asString("")),
                        null)
                : LapsKept.unknown(KeyQuestions.unclear("LAPS password", answer));
    }
}

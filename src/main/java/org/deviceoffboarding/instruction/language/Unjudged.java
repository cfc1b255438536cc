package org.deviceoffboarding.instruction.language;

import java.util.List;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Phrases;

/** What can be asked of devices, but is not known to a run while it judges them, so that no instruction can go by it. */
final class Unjudged {

    static final Phrases<ConditionType> PHRASES = phrases();

    private Unjudged() {}

    private static Phrases<ConditionType> phrases() {
        Phrases<ConditionType> phrases = new Phrases<>();
        for (Choice choice : Choice.values()) {
            if (!choice.type().judged() && choice.type() != ConditionType.REMOVED_HOW) {
                List<String> certain = choice.phrases().stream()
                        .filter(phrase -> !phrase.equals("unknown") && !phrase.equals("removed"))
                        .toList();
                phrases.with(choice.type(), certain);
            }
        }
        return phrases.with(
                        ConditionType.PART_OF,
                        "in a task, in a request, in a suggestion, in an exception, in tasks, in requests")
                .with(ConditionType.SERIAL, "serial number, serial numbers, serial")
                .with(ConditionType.DEPARTMENT, "department, departments, in department, in the department")
                .with(ConditionType.COMPLIANCE, "compliance, compliance state")
                .with(ConditionType.VERSION, "version, os version, versions")
                .with(ConditionType.REGISTERED, "registration, registration date")
                .with(ConditionType.ENROLLED, "enrolled, enrolment, enrollment")
                .with(ConditionType.LINK, "link state")
                .with(ConditionType.BITLOCKER, "bitlocker, bitlocker key")
                .with(ConditionType.LAPS, "laps, laps password");
    }
}

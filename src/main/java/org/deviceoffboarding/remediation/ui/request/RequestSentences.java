package org.deviceoffboarding.remediation.ui.request;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.remediation.query.Risk;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;

/** Sentences about a request that more than one part of its page says. */
public final class RequestSentences {

    private RequestSentences() {}

    /** Returns such as "disable 12 devices". */
    public static String inSentence(ChangeRequest request) {
        return inSentence(request.action(), request.devices());
    }

    /** Returns such as "disable 12 devices". */
    public static String inSentence(Action action, long devices) {
        return verb(action) + " " + Amounts.devices(devices);
    }

    /** Returns such as "re-enable". */
    public static String verb(Action action) {
        return action.label().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it can be undone, and for how many devices it is final. */
    public static String undo(ChangeRequest request, Risk risk) {
        if (risk.finalOnes() == 0) {
            return request.action().undo();
        }
        if (risk.finalOnes() >= request.devices()) {
            return "It is final for "
                    + (request.devices() == 1 ? "this device" : "all " + Amounts.devices(request.devices()))
                    + ": Entra's recycle bin does not keep devices of this sort, so nobody can restore them.";
        }
        return "It is final for " + Amounts.number(risk.finalOnes()) + " of the " + Amounts.devices(request.devices())
                + ": Entra's recycle bin does not keep devices of that sort, so nobody can restore them. For the others "
                + beginningSmall(request.action().undo());
    }

    private static String beginningSmall(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Returns what a state of a device means, as the end of a sentence. */
    public static String meaning(Action action, DeviceState state) {
        return switch (state) {
            case WAITING -> "not sent to Entra yet";
            case SENT -> "Entra was asked; what became of it is being found out";
            case ACCEPTED -> "Entra says that it did it; not read back yet";
            case VERIFIED -> "read back from Entra: " + action.past();
            case NOT_VERIFIED ->
                "Entra accepted it, and an hour later it was still not " + action.past() + "; to be checked by hand";
            case TAKEN_OVER -> "somebody else had disabled it: nothing was sent, and its grace period began";
            case SKIPPED -> "left alone just before, for the reason that is said of each";
            case FAILED -> "Entra refused it";
            case DROPPED -> "nothing was done to it";
        };
    }

    /** Says which steps should have come first, and whether the action is refused without. */
    public static String stepsMissing(Action action, List<String> titles) {
        String steps = "“" + String.join("”, “", titles) + "”.";
        return action.waitsForRequiredSteps()
                ? "The playbook requires this before, and it is not ticked: " + steps
                        + " Until it is, this can't be approved."
                : "The playbook requires this before anything is deleted, and it is not ticked: " + steps
                        + " Disabling can be undone, so it does not have to wait.";
    }
}

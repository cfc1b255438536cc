package org.deviceoffboarding.audit.ui;

import java.util.Locale;
import java.util.Map;
import org.deviceoffboarding.audit.AuditedActions;
import org.deviceoffboarding.audit.DescribedAction;
import org.springframework.stereotype.Component;

/** What actions and kinds of actions are called on pages. */
@Component
class ActionLabels {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("access", "Sign-in and access"),
            Map.entry("agent", "Agent"),
            Map.entry("audit", "Audit log"),
            Map.entry("device", "Devices"),
            Map.entry("exception", "Exceptions"),
            Map.entry("identity", "Identities for actions"),
            Map.entry("instructions", "Instructions"),
            Map.entry("keys", "Keys"),
            Map.entry("list", "Exports of lists"),
            Map.entry("loosening", "Safeguards"),
            Map.entry("people", "People"),
            Map.entry("playbook", "Playbooks"),
            Map.entry("portal", "Portal"),
            Map.entry("request", "Requests"),
            Map.entry("request-rules", "Rules for requests"),
            Map.entry("retention", "How long results are kept"),
            Map.entry("rules", "Thresholds"),
            Map.entry("run", "Runs"),
            Map.entry("schedule", "Schedule"),
            Map.entry("step", "Steps of suggestions"),
            Map.entry("suggestion", "Suggestions"),
            Map.entry("upload", "Uploads"),
            Map.entry("view", "Shared views"));

    private final AuditedActions actions;

    ActionLabels(AuditedActions actions) {
        this.actions = actions;
    }

    /** Returns an action's readable name; one made of its stable name where it is of another version of the portal. */
    String label(String action) {
        return actions.get(action).map(DescribedAction::label).orElseGet(() -> ofName(action));
    }

    /** Returns whether this portal can record an action of the name. */
    boolean isKnown(String action) {
        return actions.get(action).isPresent();
    }

    /** Returns whether there can be actions of a kind. */
    boolean isKind(String kind) {
        return KINDS.containsKey(kind);
    }

    private static String ofName(String action) {
        int dot = action.indexOf('.');
        return capitalized(action.substring(0, dot)) + ": "
                + action.substring(dot + 1).replace('-', ' ');
    }

    /** Returns what the actions of a kind are about. */
    String ofKind(String kind) {
        return KINDS.getOrDefault(kind, capitalized(kind));
    }

    /** Returns the kind of an action: the beginning of its name. */
    static String kind(String action) {
        return action.substring(0, action.indexOf('.'));
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' ');
    }
}

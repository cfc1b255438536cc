package org.deviceoffboarding.suggestion;

import java.util.stream.Stream;

/** What can speak for a suggestion, and which of the findings it holds for. */
enum FactorRule {
    NO_ENROLMENT(Conditions.USABLE, "Users can reach corporate apps without MDM enrolment."),
    NOT_ENFORCED(Conditions.NOT_IN_INTUNE, "Compliance policies and data protection cannot be enforced."),
    PERSONAL_DATA(
            Conditions.NOT_IN_INTUNE + " and ownership = 'PERSONAL'",
            "Personal devices may hold corporate data without proper controls."),
    STILL_COMPLIANT(
            Conditions.USABLE + " and compliant",
            "Entra still calls it compliant, so device-based Conditional Access lets it in.",
            "Entra still calls them compliant, so device-based Conditional Access lets them in."),
    USER_BASED_ONLY(
            Conditions.USABLE + " and compliant is not true", "Conditional Access is limited to user-based policies."),
    NO_WORK_PROFILE(
            Conditions.NOT_IN_INTUNE + " and platform = 'ANDROID' and ownership = 'PERSONAL'",
            "No work profile separates work data from personal data."),
    SIGNED_IN_AFTERWARDS(
            "link_state = 'REMOVED' and signed_in_afterwards",
            "Signed in to Entra after it left Intune.",
            "Signed in to Entra after they left Intune."),
    HIDDEN(
            "removal = 'HIDDEN'",
            "Hidden by a clean-up rule of Intune: never retired, its data is still on it, and it may come back.",
            "Hidden by a clean-up rule of Intune: never retired, their data is still on them, and they may come back."),
    SILENT_EVERYWHERE(
            "situation = 'SILENT_EVERYWHERE'",
            "Neither synced with Intune nor signed in to Entra for more than {days} days."),
    SILENT_AND_UNMANAGED(
            "situation = 'SILENT_AND_UNMANAGED'",
            "Managed by nobody, and not signed in to Entra for more than {days} days."),
    ON_PREMISES(
            "kind_group = 'HYBRID'",
            "Synchronised from on-premises Active Directory: deleted in Entra only, it would come back.",
            "Synchronised from on-premises Active Directory: deleted in Entra only, they would come back."),
    REGISTERED(
            "kind_group = 'AUTOPILOT'",
            "Registered with Windows Autopilot: after a reset it would set itself up for the organisation again.",
            "Registered with Windows Autopilot: after a reset they would set themselves up for the organisation again."),
    CO_MANAGED(
            "kind_group = 'CO_MANAGED'",
            "Managed by Configuration Manager, too: while its client is installed, its record there comes back.",
            "Managed by Configuration Manager, too: while their clients are installed, their records there come back."),
    NO_SIGN_IN("never_signed_in", "Entra records no sign-in."),
    DISABLED("not enabled", "Already disabled in Entra.");

    private final String condition;
    private final String one;
    private final String many;

    FactorRule(String condition, String sentence) {
        this(condition, sentence, sentence);
    }

    FactorRule(String condition, String one, String many) {
        this.condition = condition;
        this.one = one;
        this.many = many;
    }

    /** Returns whether one of these rules says a sentence. */
    static boolean says(String sentence, long silentDays) {
        return Stream.of(values())
                .anyMatch(rule -> Stream.of(1, 2)
                        .anyMatch(devices ->
                                rule.of(devices, silentDays).sentence().equals(sentence)));
    }

    /** Returns whether it says what the devices can do to the organisation, rather than what else is known of them. */
    boolean isRisk() {
        return this == NO_ENROLMENT || this == NOT_ENFORCED || this == PERSONAL_DATA || this == USER_BASED_ONLY;
    }

    /** Returns what holds for the findings in question, as SQL on what {@link FindingGroupRepository} tells them apart by. */
    String condition() {
        return condition;
    }

    Factor of(int devices, long silentDays) {
        return new Factor((devices == 1 ? one : many).replace("{days}", Long.toString(silentDays)), devices);
    }

    private static final class Conditions {
        static final String NOT_IN_INTUNE = "link_state in ('REMOVED', 'BROKEN', 'UNCLAIMED')";
        static final String USABLE = NOT_IN_INTUNE + " and enabled is not false";
    }
}

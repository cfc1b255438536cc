package org.deviceoffboarding.base;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Who may do what. Services and pages name with {@code @May} what it takes to use them; README's table is made from here. A role
 * has what the roles that it includes have, see {@link Roles}.
 */
public enum Capability {
    READ("see everything except settings", Roles.READER),
    RUN_AGENT("run the agent", Roles.OPERATOR),
    WORK_SUGGESTIONS("manage suggestions and tick their steps", Roles.OPERATOR),
    WORK_TASKS("add tasks, take them on, change them and comment on them", Roles.OPERATOR),
    CHECK_KEYS("check which keys are kept", Roles.OPERATOR),
    MAKE_EXCEPTIONS("make exceptions and lift them", Roles.OPERATOR),
    SHARE_VIEWS("share views of lists with everybody, and remove those that are shared", Roles.OPERATOR),
    SHARE_QUESTIONS(
            "share saved questions with everybody, and change and remove those that are shared", Roles.OPERATOR),
    ASK_FOR_ACTIONS("ask for actions, withdraw what they asked for, stop what is being carried out", Roles.OPERATOR),
    SIGN_IN_FOR_ACTIONS("lend their identity for actions, and take it back", Roles.OPERATOR),
    DECIDE("approve or reject actions that someone else asked for, never their own", Roles.APPROVER),
    KNOW_LOOSENING("be told on every page which safeguards are to be loosened", Roles.APPROVER),
    WITHDRAW_ANY("withdraw what others asked for", Roles.OWNER),
    SEE_PEOPLE("see who signed in, with which roles", Roles.OWNER),
    SET_UP_AGENT("set the agent up and renew it", Roles.OWNER),
    REMOVE_AGENT("remove the agent", Roles.OWNER),
    CHANGE_INSTRUCTIONS("change custom instructions", Roles.OWNER),
    CHANGE_THRESHOLDS("change thresholds", Roles.OWNER),
    CHANGE_TEAMS("define teams, and say where tickets are", Roles.OWNER),
    SCHEDULE_RUNS("change when runs start by themselves", Roles.OWNER),
    CHANGE_PLAYBOOKS("change playbooks", Roles.OWNER),
    CHANGE_APPROVAL_RULES("change the rules for approval", Roles.OWNER),
    CONFIRM_INVENTORY("confirm an inventory that shrank", Roles.OWNER),
    CONFIRM_RESTORED_DATABASE("confirm what is open in a database that was restored from a backup", Roles.OWNER),
    CONFIRM_LOST_CHECKPOINTS(
            "confirm that the audit log fits the checkpoints that are left where some were lost", Roles.OWNER),
    HOLD_LEGALLY("make legal holds and lift them", Roles.OWNER),
    SEND_NOTICES("say to which other systems notices are sent, and send tests", Roles.OWNER),
    LOOSEN("loosen a safeguard, with another owner or after 24 hours", Roles.OWNER),
    EXPORT_AUDIT_LOG("export the audit log and verify it", Roles.AUDITOR, Roles.OWNER);

    private final String words;
    private final List<String> roles;

    /** @param roles the smallest that may */
    Capability(String words, String... roles) {
        this.words = words;
        this.roles = List.of(roles);
    }

    /** Returns what people who have it may do: goes on after "may". */
    public String words() {
        return words;
    }

    /** Returns the smallest roles that have it, in the words of the tenant's administrator, such as "Auditor or Owner". */
    public String needs() {
        return roles.stream().map(Roles::label).collect(Collectors.joining(" or "));
    }

    /** Returns whether everybody has it who has any role. */
    public boolean isEverybodys() {
        return roles.contains(Roles.READER);
    }

    /** Returns whether a person has it; nobody has none. */
    public boolean isHeldBy(@Nullable Authentication person) {
        return person != null
                && person.isAuthenticated()
                && isHeldWith(role -> person.getAuthorities().stream()
                        .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority())));
    }

    /** @param has which roles there are */
    public boolean isHeldWith(Predicate<String> has) {
        return roles.stream().anyMatch(has);
    }
}

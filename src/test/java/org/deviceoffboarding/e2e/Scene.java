package org.deviceoffboarding.e2e;

import java.util.Locale;

/**
 * Everything that {@link EveryPicture} takes pictures of. {@link SceneTest} fails where a page or a dialog is in none.
 */
enum Scene {
    SIGN_IN(Chapter.FIRST_VISIT, "", "The demo tenant asks who you are"),
    NO_ROLE(Chapter.FIRST_VISIT, "RefusedView", "Signed in without a role"),
    FIRST_VISIT(Chapter.FIRST_VISIT, "OverviewView", "First visit of an owner"),
    FIRST_VISIT_OF_READER(Chapter.FIRST_VISIT, "OverviewView", "First visit of a reader"),
    SUGGESTIONS_BEFORE(Chapter.FIRST_VISIT, "SuggestionsView", "Suggestions before the first run"),
    DEVICES_BEFORE(Chapter.FIRST_VISIT, "DevicesView", "Devices before the first run"),
    EXCEPTIONS_NONE(Chapter.FIRST_VISIT, "ExceptionsView", "No exceptions"),
    TASKS_NONE(Chapter.FIRST_VISIT, "TasksView", "No tasks"),
    APPROVALS_NONE(Chapter.FIRST_VISIT, "ApprovalsView", "No requests"),
    REMOVED_NONE(Chapter.FIRST_VISIT, "DisabledDevicesView", "Nothing disabled"),
    DELETED_NONE(Chapter.FIRST_VISIT, "DeletedDevicesView", "Nothing deleted"),
    SETTINGS_BEFORE(Chapter.FIRST_VISIT, "SettingsView", "Settings before the agent is set up"),
    CONSENT(Chapter.FIRST_VISIT, "", "The tenant asks for consent"),
    CONSENT_REFUSED(Chapter.FIRST_VISIT, "SettingsView", "Consent refused"),
    FIRST_RUN_FAILED(Chapter.FIRST_VISIT, "OverviewView", "The first run failed"),
    FIRST_RUN(Chapter.FIRST_VISIT, "OverviewView", "The first run goes on"),
    DEVICES_RUNNING(Chapter.FIRST_VISIT, "DevicesView", "Devices while the first run goes on"),
    RUN_RUNNING(Chapter.FIRST_VISIT, "RunView", "A run that goes on"),

    OVERVIEW(Chapter.RESULT, "OverviewView", "Overview"),
    OVERVIEW_OF_READER(Chapter.RESULT, "OverviewView", "Overview of a reader"),
    MENU(Chapter.RESULT, "", "The menu"),
    PERSON_MENU(Chapter.RESULT, "", "The menu of the person, with the looks"),
    SHORTCUTS(Chapter.RESULT, "ShortcutsDialog", "Keyboard shortcuts"),
    START_RUN(Chapter.RESULT, "RunDialog", "Start a run"),
    RUN(Chapter.RESULT, "RunView", "A run"),
    RUN_UNKNOWN(Chapter.RESULT, "RunView", "No such run"),
    SUGGESTIONS(Chapter.RESULT, "SuggestionsView", "Suggestions"),
    SUGGESTIONS_NO_HITS(Chapter.RESULT, "SuggestionsView", "No suggestion matches"),
    FILTERS(Chapter.RESULT, "SuggestionsView", "The filters of a list"),
    COLUMNS(Chapter.RESULT, "SuggestionsView", "The columns of a list"),
    VIEWS(Chapter.RESULT, "SuggestionsView", "The saved views of a list"),
    SAVE_VIEW(Chapter.RESULT, "SaveViewDialog", "Save a view"),
    REMOVE_SHARED_VIEW(Chapter.RESULT, "ViewsMenu", "Remove a view that is shared"),
    SUGGESTION(Chapter.RESULT, "SuggestionView", "A suggestion"),
    SUGGESTION_OF_READER(Chapter.RESULT, "SuggestionView", "A suggestion, as a reader sees it"),
    SUGGESTION_SELECTED(Chapter.RESULT, "SuggestionView", "Devices of a suggestion, selected"),
    PICKED_FOR_EXCEPTION(Chapter.RESULT, "AddExceptionDialog", "An exception for devices that were picked"),
    PICKED_ALL(Chapter.RESULT, "WholeList", "All devices that were picked"),
    SUGGESTION_OF_AUTOPILOT(Chapter.RESULT, "SuggestionView", "A suggestion of devices with Autopilot"),
    SUGGESTION_UNKNOWN(Chapter.RESULT, "SuggestionView", "No such suggestion"),
    MANAGE(Chapter.RESULT, "ManageDialog", "Manage a suggestion"),
    TAKE_TICK_BACK(Chapter.RESULT, "ChecklistSection", "Take a tick back"),
    DEVICES(Chapter.RESULT, "DevicesView", "Devices"),
    DEVICES_NO_HITS(Chapter.RESULT, "DevicesView", "No device matches"),
    DEVICE_FLAGGED(Chapter.RESULT, "DeviceView", "A device that is flagged"),
    DEVICE_LEFT_OUT(Chapter.RESULT, "DeviceView", "A device that is left out"),
    DEVICE_WELL(Chapter.RESULT, "DeviceView", "A device that is not flagged"),
    DEVICE_UNKNOWN(Chapter.RESULT, "DeviceView", "No such device"),
    SEARCH(Chapter.RESULT, "SearchView", "What a search finds"),
    SEARCH_NO_HITS(Chapter.RESULT, "SearchView", "A search finds nothing"),
    SEARCH_EMPTY(Chapter.RESULT, "SearchView", "Search"),
    ADD_EXCEPTION(Chapter.RESULT, "AddExceptionDialog", "Add an exception"),
    ADD_EXCEPTION_REACH(Chapter.RESULT, "AddExceptionDialog", "What the exception leaves out"),
    EXCEPTIONS(Chapter.RESULT, "ExceptionsView", "Exceptions"),
    LIFT_EXCEPTION(Chapter.RESULT, "LiftExceptionDialog", "Lift an exception"),
    UPLOAD_EXCEPTIONS(Chapter.RESULT, "UploadExceptionsDialog", "Upload exceptions"),
    ADD_TASK(Chapter.RESULT, "TaskDialog", "Add a suggestion to the tasks"),
    TASKS(Chapter.RESULT, "TasksView", "Tasks"),
    TASKS_SELECTED(Chapter.RESULT, "TasksView", "Tasks, selected"),
    HAND_OVER(Chapter.RESULT, "TaskDialog", "Hand tasks over"),
    TASK(Chapter.RESULT, "TaskView", "A task"),
    SNOOZE_TASK(Chapter.RESULT, "TaskDialog", "Snooze a task"),
    TASK_OF_READER(Chapter.RESULT, "TaskView", "A task, as a reader sees it"),
    TASK_UNKNOWN(Chapter.RESULT, "TaskView", "No such task"),
    ASK_START(Chapter.RESULT, "AskView", "Ask, before anything is asked"),
    ASK_ANSWER(Chapter.RESULT, "AskView", "An answer with factors, steps and devices"),
    ASK_MISSED(Chapter.RESULT, "AskView", "An answer to a part of what was asked"),
    ASK_NO_ANSWER(Chapter.RESULT, "AskView", "No answer, and the nearest questions"),
    ASK_GROUPS(Chapter.RESULT, "AskView", "An answer that counts by platform"),
    ASK_DEVICE(Chapter.RESULT, "AskView", "An answer about one device"),
    ASK_CHANGE_PART(Chapter.RESULT, "QuestionDialog", "Change a part of a question"),
    ASK_SAVE(Chapter.RESULT, "QuestionDialog", "Save a question"),
    ASK_SAVED(Chapter.RESULT, "AskView", "A saved question"),
    ASK_UNKNOWN(Chapter.RESULT, "AskView", "No such saved question"),
    AUDIT_LOG(Chapter.RESULT, "AuditLogView", "Audit log"),
    AUDIT_LOG_VERIFIED(Chapter.RESULT, "AuditLogView", "Audit log, verified"),
    AUDIT_ENTRY(Chapter.RESULT, "EntryView", "An entry of the audit log"),
    AUDIT_LOG_NO_HITS(Chapter.RESULT, "AuditLogView", "No line of the log matches"),
    NO_SUCH_PAGE(Chapter.RESULT, "NotFoundView", "No such page"),
    NO_ACCESS(Chapter.RESULT, "RefusedView", "A page that the role may not see"),
    CONNECT(Chapter.RESULT, "ConnectView", "Connect a real tenant"),

    SETTINGS(Chapter.SETTINGS, "SettingsView", "Identity"),
    SCHEDULE(Chapter.SETTINGS, "ScheduleView", "Schedule, before anybody has set it"),
    SCHEDULE_TYPED(Chapter.SETTINGS, "ScheduleView", "Schedule, being set"),
    SCHEDULE_OF_READER(Chapter.SETTINGS, "ScheduleView", "Schedule, as a reader sees it"),
    RENEW_IDENTITY(Chapter.SETTINGS, "IdentityDialog", "Renew the agent's identity"),
    CHOOSE_IDENTITY(Chapter.SETTINGS, "IdentityDialog", "Choose another identity"),
    IDENTITY_REFUSED(Chapter.SETTINGS, "SettingsView", "Another identity was refused"),
    REMOVE_AGENT(Chapter.SETTINGS, "RemoveAgentDialog", "Remove the agent"),
    INSTRUCTIONS(Chapter.SETTINGS, "InstructionsView", "Instructions"),
    INSTRUCTIONS_EFFECT(Chapter.SETTINGS, "InstructionsView", "Instructions, with what they would change"),
    INSTRUCTIONS_TYPED(Chapter.SETTINGS, "InstructionsView", "Instructions, understood and not"),
    THRESHOLDS(Chapter.SETTINGS, "ThresholdsView", "Thresholds"),
    THRESHOLDS_TYPED(Chapter.SETTINGS, "ThresholdsView", "Thresholds, with what a change would do"),
    THRESHOLDS_WHICH(Chapter.SETTINGS, "WholeList", "Devices that would go"),
    THRESHOLDS_BACK(
            Chapter.SETTINGS, "ThresholdsView", "An earlier version of the thresholds, taken back into the fields"),
    LEAVE_UNSAVED(Chapter.SETTINGS, "OpenForms", "Leave without saving"),
    APPROVAL_RULES(Chapter.SETTINGS, "ApprovalRulesView", "Approval"),
    APPROVAL_RULES_TYPED(Chapter.SETTINGS, "ApprovalRulesView", "Approval, with what a change would mean"),
    LOOSENING(Chapter.SETTINGS, "ApprovalRulesView", "Another owner proposed to loosen a safeguard"),
    CONFIRM_LOOSENING(Chapter.SETTINGS, "ConfirmLooseningDialog", "Confirm what loosens a safeguard"),
    PLAYBOOKS(Chapter.SETTINGS, "PlaybooksView", "Playbooks"),
    PLAYBOOK(Chapter.SETTINGS, "PlaybookView", "A playbook"),
    PLAYBOOK_PREVIEW(Chapter.SETTINGS, "PlaybookView", "Preview of a playbook"),
    PLAYBOOK_RESET(Chapter.SETTINGS, "PlaybookView", "Back to the default"),
    PLAYBOOK_UNKNOWN(Chapter.SETTINGS, "PlaybookView", "No such playbook"),
    PEOPLE(Chapter.SETTINGS, "PeopleView", "People"),
    BELL(Chapter.SETTINGS, "", "What is new, at the bell"),
    NOTICES(Chapter.SETTINGS, "NoticesView", "Notices"),
    NOTICE_CHOICES(Chapter.SETTINGS, "ChoicesView", "Choose what you are told"),
    NOTIFICATIONS(Chapter.SETTINGS, "NotificationsView", "Notifications"),
    ADD_WEBHOOK(Chapter.SETTINGS, "WebhookDialog", "Add a webhook"),
    WEBHOOK_SECRET(Chapter.SETTINGS, "SecretDialog", "The secret of a webhook, shown once"),
    NEW_WEBHOOK_SECRET(Chapter.SETTINGS, "SecretQuestions", "Replace the secret of a webhook"),
    REMOVE_WEBHOOK(Chapter.SETTINGS, "WebhookSection", "Remove a webhook"),
    TASK_SETTINGS(Chapter.SETTINGS, "TaskSettingsView", "Teams and tickets"),
    TEAM(Chapter.SETTINGS, "TaskDialog", "Define a team"),

    ASK(Chapter.REQUESTS, "AskDialog", "Ask to disable devices"),
    UPLOAD_IDS(Chapter.REQUESTS, "UploadIdsDialog", "Upload a list of IDs"),
    REQUEST_OF_MINE(Chapter.REQUESTS, "RequestView", "A request, as who asked sees it"),
    WITHDRAW(Chapter.REQUESTS, "RequestDialog", "Withdraw a request"),
    SUGGESTION_ASKED(Chapter.REQUESTS, "SuggestionView", "A suggestion whose devices are in a request"),
    APPROVALS(Chapter.REQUESTS, "ApprovalsView", "Approvals"),
    REQUEST_WAITING(Chapter.REQUESTS, "RequestView", "A request, as an approver sees it first"),
    REQUEST_TO_DECIDE(Chapter.REQUESTS, "RequestView", "A request to decide about"),
    REJECT(Chapter.REQUESTS, "RequestDialog", "Reject a request"),
    APPROVE(Chapter.REQUESTS, "RequestDialog", "Approve a request"),
    REQUEST_REJECTED(Chapter.REQUESTS, "RequestView", "A request that was rejected"),
    REQUEST_RUNNING(Chapter.REQUESTS, "RequestView", "A request that is being carried out"),
    STOP(Chapter.REQUESTS, "RequestDialog", "Stop a request"),
    REQUEST_BLOCKED(Chapter.REQUESTS, "RequestView", "A request that needs attention"),
    REQUEST_DONE(Chapter.REQUESTS, "RequestView", "A request that is done"),
    REQUEST_PARTLY_FAILED(Chapter.REQUESTS, "RequestView", "A request of which a part failed"),
    SUGGESTION_DONE(Chapter.REQUESTS, "SuggestionView", "A suggestion whose devices are disabled"),
    DEVICE_DISABLED(Chapter.REQUESTS, "DeviceView", "A device that the portal disabled"),
    REMOVED(Chapter.REQUESTS, "DisabledDevicesView", "Disabled devices"),
    ASK_TO_UNDO(Chapter.REQUESTS, "AskDialog", "Ask to re-enable devices"),
    REQUEST_UNKNOWN(Chapter.REQUESTS, "RequestView", "No such request"),

    RUN_FAILED_NOTICE(Chapter.TROUBLE, "OverviewView", "The last run failed"),
    RUN_FAILED(Chapter.TROUBLE, "RunView", "A run that failed"),
    RUN_TO_CONFIRM(Chapter.TROUBLE, "RunView", "A run that read too little"),
    CONFIRM_INVENTORY(Chapter.TROUBLE, "ConfirmInventoryDialog", "Confirm what a run read"),
    RESTORED_DATABASE(Chapter.TROUBLE, "RestoredDatabaseDialog", "The database was restored from a backup"),
    WAITED_MAIL(Chapter.TROUBLE, "NotificationsView", "Mail that waited in a restored backup"),
    LEAVE_WAITED_MAIL_OUT(Chapter.TROUBLE, "WaitedSection", "Leave mail out that waited in a restored backup"),
    PROVIDER_AWAY(Chapter.TROUBLE, "", "The tenant cannot be reached"),
    SIGN_IN_REFUSED(Chapter.TROUBLE, "", "The tenant refused this sign-in"),
    SIGN_IN_CANCELLED(Chapter.TROUBLE, "", "Sign-in was cancelled"),
    SIGN_IN_EXPIRED(Chapter.TROUBLE, "", "Sign-in took too long"),
    SIGNED_OUT(Chapter.TROUBLE, "", "Signed out"),
    SESSION_ENDED(Chapter.TROUBLE, "", "The session ended"),
    PAGE_ENDED(Chapter.TROUBLE, "", "Somebody else signed in"),
    DATABASE_AWAY(Chapter.TROUBLE, "", "The database is away"),
    BROKEN(Chapter.TROUBLE, "BrokenView", "A page that could not be made");

    private final Chapter chapter;
    private final String shows;
    private final String title;

    Scene(Chapter chapter, String shows, String title) {
        this.chapter = chapter;
        this.shows = shows;
        this.title = title;
    }

    Chapter chapter() {
        return chapter;
    }

    /** Returns the simple name of the page's or dialog's class; empty where none of ours makes it. */
    String shows() {
        return shows;
    }

    String title() {
        return title;
    }

    /** Returns the beginning of its pictures' file names. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

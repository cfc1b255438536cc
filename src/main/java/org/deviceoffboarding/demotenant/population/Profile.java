package org.deviceoffboarding.demotenant.population;

import static org.deviceoffboarding.demotenant.population.ActivityPattern.*;
import static org.deviceoffboarding.demotenant.population.EnrolmentState.*;
import static org.deviceoffboarding.demotenant.population.ExpectedSituation.*;
import static org.deviceoffboarding.demotenant.population.ObjectKind.*;
import static org.deviceoffboarding.demotenant.population.OperatingSystem.*;
import static org.deviceoffboarding.demotenant.population.Owner.*;
import static org.deviceoffboarding.demotenant.population.Removal.*;

/**
 * The recipe of the tenant: how many devices of which sort there are among 1,200, how many at least in a tenant however
 * small, and what a right evaluation finds in them. The last row takes whatever is left over.
 */
enum Profile {
    // Removed from Intune: 23 in 1,200.
    IPAD_WIPED(6, 2, IPAD, COMPANY, ORDINARY, UNCLAIMED, WIPED, RECENT, REMOVED_FROM_INTUNE),
    IPHONE_WIPED(3, 1, IPHONE, COMPANY, ORDINARY, UNCLAIMED, WIPED, RECENT, REMOVED_FROM_INTUNE),
    IPAD_DELETED(2, 1, IPAD, COMPANY, ORDINARY, CLAIMED, DELETED, RECENT, REMOVED_FROM_INTUNE),
    MAC_RETIRED(7, 2, MACOS, COMPANY, ORDINARY, UNCLAIMED, RETIRED, RECENT, REMOVED_FROM_INTUNE),
    ANDROID_RETIRED(5, 1, ANDROID_WORK, PERSONAL, ORDINARY, UNCLAIMED, RETIRED, RECENT, REMOVED_FROM_INTUNE),

    // Broken links: 18 ordinary ones in 1,200, and the kinds that are flagged apart or left out.
    WINDOWS_BROKEN(12, 1, WINDOWS, COMPANY, ORDINARY, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK),
    WINDOWS_BROKEN_DISABLED(
            2, 0, WINDOWS, COMPANY, ORDINARY, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK, Quirk.DISABLED),
    ANDROID_HIDDEN(2, 1, ANDROID_ENTERPRISE, COMPANY, ORDINARY, CLAIMED, HIDDEN_BY_RULE, RECENT, BROKEN_LINK),
    IPAD_WIPE_FAILED(1, 1, IPAD, COMPANY, ORDINARY, CLAIMED, WIPE_FAILED, RECENT, BROKEN_LINK),
    MAC_BROKEN(1, 1, MACOS, COMPANY, ORDINARY, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK, Quirk.HTML_NAME),
    HYBRID_BROKEN(6, 1, WINDOWS, COMPANY, HYBRID, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK),
    PRINTER_BROKEN(2, 1, OperatingSystem.NONE, COMPANY, PRINTER, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK),
    SECURE_VM_BROKEN(1, 1, WINDOWS, COMPANY, SECURE_VM, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK),
    IOT_BROKEN(1, 1, LINUX, COMPANY, IOT, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK),
    SHARED_BROKEN(2, 1, ANDROID_ENTERPRISE, COMPANY, SHARED, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK),
    TEAMS_PHONE_BROKEN(3, 1, ANDROID_ENTERPRISE, COMPANY, TEAMS_PHONE, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK),
    CLOUD_PC_BROKEN(2, 1, WINDOWS, COMPANY, CLOUD_PC, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK),
    BLANK_ID_BROKEN(
            1, 1, WINDOWS, COMPANY, ORDINARY, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK, Quirk.BLANK_DEVICE_ID),
    ZERO_ID_BROKEN(1, 1, WINDOWS, COMPANY, ORDINARY, CLAIMED, Removal.NONE, RECENT, BROKEN_LINK, Quirk.ZERO_DEVICE_ID),

    // Autopilot.
    AUTOPILOT_LEFT(6, 1, WINDOWS, COMPANY, AUTOPILOT, CLAIMED, DELETED, RECENT, AUTOPILOT_LEFTOVER),
    AUTOPILOT_NEVER_DEPLOYED(
            5, 1, WINDOWS, COMPANY, AUTOPILOT, UNCLAIMED, Removal.NONE, ActivityPattern.NEVER, ExpectedSituation.NONE),
    AUTOPILOT_SILENT(4, 0, WINDOWS, COMPANY, AUTOPILOT, MANAGED, Removal.NONE, SILENT, SILENT_EVERYWHERE),
    DOUBLE_OF_HYBRID(
            3, 1, WINDOWS, COMPANY, HYBRID, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE, Quirk.DOUBLE_HYBRID),
    DOUBLE_OF_AUTOPILOT(
            3,
            1,
            WINDOWS,
            COMPANY,
            AUTOPILOT,
            UNCLAIMED,
            Removal.NONE,
            RECENT,
            ExpectedSituation.NONE,
            Quirk.DOUBLE_AUTOPILOT),

    // Silent.
    WINDOWS_SILENT(14, 1, WINDOWS, COMPANY, ORDINARY, MANAGED, Removal.NONE, SILENT, SILENT_EVERYWHERE),
    IPAD_SILENT(6, 0, IPAD, COMPANY, ORDINARY, MANAGED, Removal.NONE, SILENT, SILENT_EVERYWHERE),
    ANDROID_SILENT(
            3,
            0,
            ANDROID_WORK,
            PERSONAL,
            ORDINARY,
            MANAGED,
            Removal.NONE,
            SILENT,
            SILENT_EVERYWHERE,
            Quirk.CONTROL_CHARACTERS),
    HYBRID_SILENT(4, 0, WINDOWS, COMPANY, HYBRID, MANAGED, Removal.NONE, SILENT, SILENT_EVERYWHERE),
    SHARED_SILENT(1, 0, IPAD, COMPANY, SHARED, MANAGED, Removal.NONE, SILENT, SILENT_EVERYWHERE),
    TEAMS_PHONE_SILENT(
            1, 0, ANDROID_ENTERPRISE, COMPANY, TEAMS_PHONE, MANAGED, Removal.NONE, SILENT, SILENT_EVERYWHERE),
    LEAVING_SILENT(1, 0, IPAD, COMPANY, ORDINARY, LEAVING, Removal.NONE, SILENT, SILENT_EVERYWHERE),
    REGISTERED_SILENT(12, 1, OWN_IPHONE, PERSONAL, ORDINARY, UNCLAIMED, Removal.NONE, SILENT, SILENT_AND_UNMANAGED),
    REMOVED_LONG_AGO_SILENT(
            2, 0, MAC_MDM, COMPANY, ORDINARY, UNCLAIMED, DELETED_LONG_AGO, SILENT, SILENT_AND_UNMANAGED),
    OTHER_MDM_SILENT(1, 0, MACOS, COMPANY, ORDINARY, OTHER_MDM, Removal.NONE, SILENT, SILENT_AND_UNMANAGED),
    PRINTER_SILENT(1, 0, OperatingSystem.NONE, COMPANY, PRINTER, UNCLAIMED, Removal.NONE, SILENT, SILENT_AND_UNMANAGED),

    // Well, though it takes care to see it.
    INTUNE_CLOCK_OLD(4, 0, WINDOWS, COMPANY, ORDINARY, MANAGED, Removal.NONE, SILENT_IN_INTUNE, ExpectedSituation.NONE),
    ENTRA_CLOCK_OLD(4, 0, IPAD, COMPANY, ORDINARY, MANAGED, Removal.NONE, SILENT_IN_ENTRA, ExpectedSituation.NONE),
    ENTRA_CLOCK_BLANK(2, 1, WINDOWS, COMPANY, ORDINARY, MANAGED, Removal.NONE, BLANK, ExpectedSituation.NONE),
    UNMANAGED_CLOCK_BLANK(2, 0, LINUX, PERSONAL, ORDINARY, UNCLAIMED, Removal.NONE, BLANK, ExpectedSituation.NONE),
    INTUNE_CLOCK_NEVER(2, 1, WINDOWS, COMPANY, ORDINARY, MANAGED, Removal.NONE, YEAR_ONE, ExpectedSituation.NONE),
    ENTRA_CLOCK_AHEAD(1, 1, WINDOWS, COMPANY, ORDINARY, MANAGED, Removal.NONE, FUTURE, ExpectedSituation.NONE),
    THREE_RECORDS(2, 1, WINDOWS, COMPANY, ORDINARY, MANAGED_THRICE, Removal.NONE, RECENT, ExpectedSituation.NONE),
    LEAVING_NOW(5, 1, IPHONE, COMPANY, ORDINARY, LEAVING, Removal.NONE, RECENT, ExpectedSituation.NONE),
    WIPE_FAILED_STILL_THERE(2, 0, IPAD, COMPANY, ORDINARY, MANAGED, WIPE_FAILED, RECENT, ExpectedSituation.NONE),
    RETIRED_UNNAMED(
            3,
            1,
            ANDROID_WORK,
            PERSONAL,
            ORDINARY,
            UNCLAIMED,
            RETIRED_WITHOUT_DEVICE_ID,
            RECENT,
            ExpectedSituation.NONE),
    REMOVED_LONG_AGO(3, 0, IPHONE, COMPANY, ORDINARY, UNCLAIMED, DELETED_LONG_AGO, RECENT, ExpectedSituation.NONE),
    OTHER_MDM_ACTIVE(5, 1, MACOS, COMPANY, ORDINARY, OTHER_MDM, Removal.NONE, RECENT, ExpectedSituation.NONE),
    REGISTERED_ONLY(14, 1, OWN_IPHONE, PERSONAL, ORDINARY, UNCLAIMED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    UPPER_CASE(
            4,
            1,
            WINDOWS,
            COMPANY,
            ORDINARY,
            MANAGED,
            Removal.NONE,
            RECENT,
            ExpectedSituation.NONE,
            Quirk.UPPER_CASE_ID),
    DISABLED_HEALTHY(
            3, 0, WINDOWS, COMPANY, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE, Quirk.DISABLED),
    ZERO_ID_IN_INTUNE(
            4, 1, IPHONE, COMPANY, ORDINARY, INTUNE_ONLY_ZERO_ID, Removal.NONE, RECENT, ExpectedSituation.NONE),
    EMPTY_ID_IN_INTUNE(
            3,
            1,
            ANDROID_ENTERPRISE,
            COMPANY,
            ORDINARY,
            INTUNE_ONLY_EMPTY_ID,
            Removal.NONE,
            RECENT,
            ExpectedSituation.NONE),

    // Plainly well.
    PRINTER_HEALTHY(
            3, 0, OperatingSystem.NONE, COMPANY, PRINTER, UNCLAIMED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    SECURE_VM_HEALTHY(2, 0, WINDOWS, COMPANY, SECURE_VM, UNCLAIMED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    IOT_HEALTHY(2, 0, LINUX, COMPANY, IOT, UNCLAIMED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    SHARED_HEALTHY(8, 0, ANDROID_ENTERPRISE, COMPANY, SHARED, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    TEAMS_PHONE_HEALTHY(
            14, 0, ANDROID_ENTERPRISE, COMPANY, TEAMS_PHONE, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    CLOUD_PC_HEALTHY(10, 0, WINDOWS, COMPANY, CLOUD_PC, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    HYBRID_HEALTHY(130, 1, WINDOWS, COMPANY, HYBRID, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    WINDOWS_PERSONAL(30, 0, WINDOWS, PERSONAL, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    WINDOWS_HEALTHY(148, 0, WINDOWS, COMPANY, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    CO_MANAGED_HEALTHY(
            12, 0, WINDOWS, COMPANY, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE, Quirk.CO_MANAGED),
    IPAD_HEALTHY(130, 0, IPAD, COMPANY, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    IPHONE_HEALTHY(70, 0, IPHONE, COMPANY, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    IPHONE_PERSONAL(70, 0, OWN_IPHONE, PERSONAL, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    MAC_HEALTHY(60, 0, MAC_MDM, COMPANY, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    ANDROID_PERSONAL(70, 0, ANDROID_WORK, PERSONAL, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    ANDROID_COMPANY(
            60, 0, ANDROID_ENTERPRISE, COMPANY, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    LINUX_HEALTHY(8, 0, LINUX, COMPANY, ORDINARY, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE),
    AUTOPILOT_HEALTHY(180, 0, WINDOWS, COMPANY, AUTOPILOT, MANAGED, Removal.NONE, RECENT, ExpectedSituation.NONE);

    /** The size of tenant that the counts are given for. */
    static final int SCALE = 1200;

    final int share;
    final int least;
    final OperatingSystem platform;
    final Owner owner;
    final ObjectKind kind;
    final EnrolmentState link;
    final Removal removal;
    final ActivityPattern activity;
    final ExpectedSituation situation;
    final Quirk quirk;

    Profile(
            int share,
            int least,
            OperatingSystem platform,
            Owner owner,
            ObjectKind kind,
            EnrolmentState link,
            Removal removal,
            ActivityPattern activity,
            ExpectedSituation situation,
            Quirk quirk) {
        this.share = share;
        this.least = least;
        this.platform = platform;
        this.owner = owner;
        this.kind = kind;
        this.link = link;
        this.removal = removal;
        this.activity = activity;
        this.situation = situation;
        this.quirk = quirk;
    }

    Profile(
            int share,
            int least,
            OperatingSystem platform,
            Owner owner,
            ObjectKind kind,
            EnrolmentState link,
            Removal removal,
            ActivityPattern activity,
            ExpectedSituation situation) {
        this(share, least, platform, owner, kind, link, removal, activity, situation, Quirk.NONE);
    }

    boolean inEntra() {
        return link.inEntra();
    }
}

package org.deviceoffboarding.demotenant.population;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the devices are called: by the company's scheme, or as their owners left it. */
final class DeviceNames {

    private DeviceNames() {}

    static String of(int device, Profile profile, @Nullable Employee owner, String department) {
        return switch (profile.quirk) {
            case HTML_NAME -> "<img src=x onerror=alert(1)>";
            case CONTROL_CHARACTERS -> "Tab\tbell\u0007\u202Eeman " + number(device);
            default ->
                owner != null && profile.owner == Owner.PERSONAL
                        ? personal(device, profile, owner)
                        : prefix(profile) + "-" + department(profile, department) + "-" + number(device);
        };
    }

    private static String personal(int device, Profile profile, Employee owner) {
        return switch (profile.platform) {
            case ANDROID_WORK, ANDROID_ENTERPRISE ->
                account(owner) + "_" + profile.platform.inNames() + "_" + number(device);
            case WINDOWS ->
                "DESKTOP-" + number(device) + "H"
                        + owner.surname().substring(0, 2).toUpperCase(Locale.ROOT);
            default -> owner.givenName() + "\u2019s " + profile.platform.inNames();
        };
    }

    private static String account(Employee owner) {
        return owner.userPrincipalName().substring(0, owner.userPrincipalName().indexOf('@'));
    }

    private static String prefix(Profile profile) {
        return switch (profile.kind) {
            case PRINTER -> "PRINTER";
            case SECURE_VM -> "VM";
            case IOT -> "SHELF";
            case TEAMS_PHONE -> "TEAMS";
            case CLOUD_PC -> "CPC";
            case SHARED -> "KIOSK";
            case ORDINARY, HYBRID, AUTOPILOT ->
                switch (profile.platform) {
                    case WINDOWS -> "LAPTOP";
                    case IPHONE, OWN_IPHONE -> "iPhone";
                    case IPAD -> "iPad";
                    case MACOS, MAC_MDM -> "MacBook";
                    case ANDROID_WORK, ANDROID_ENTERPRISE -> "Android";
                    case LINUX -> "linux";
                    case NONE -> "DEVICE";
                };
        };
    }

    private static String department(Profile profile, String department) {
        return profile.platform == OperatingSystem.WINDOWS ? department.toUpperCase(Locale.ROOT) : department;
    }

    private static String number(int device) {
        String digits = Integer.toString(device + 1);
        return digits.length() >= 4 ? digits : "0".repeat(4 - digits.length()) + digits;
    }
}

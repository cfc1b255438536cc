package org.deviceoffboarding.judging;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.jspecify.annotations.Nullable;

/** Recognises what kind of device it is, by what Entra, Intune and Autopilot say; never by its name. */
final class Kinds {

    /** Intune's enrolment types without a person: kiosks and shared devices. */
    private static final Set<String> USERLESS = Set.of("windowsbulkuserless", "applebulkwithoutuser");

    private static final String CLOUD_PC = "cloud pc";
    private static final String AUTOPILOT_ID = "[ztdid]";

    private Kinds() {}

    static Kind of(DeviceFacts facts, List<ManagedDevice> records, JudgingRules rules) {
        EntraDevice entra = facts.entra();
        if (isHybrid(entra)) {
            return Kind.HYBRID;
        }
        Kind byProfile = byProfile(entra.profileType());
        if (byProfile != null) {
            return byProfile;
        }
        if (records.stream().anyMatch(record -> USERLESS.contains(lower(record.enrollmentType())))) {
            return Kind.SHARED;
        }
        if (isTeamsPhone(entra, records, rules)) {
            return Kind.TEAMS_PHONE;
        }
        if (isCloudPc(entra, records)) {
            return Kind.CLOUD_PC;
        }
        return isAutopilot(facts) ? Kind.AUTOPILOT : Kind.ORDINARY;
    }

    private static boolean isHybrid(EntraDevice entra) {
        return lower(entra.trustType()).equals("serverad") || Boolean.TRUE.equals(entra.onPremisesSyncEnabled());
    }

    private static @Nullable Kind byProfile(@Nullable String profileType) {
        return switch (lower(profileType)) {
            case "printer" -> Kind.PRINTER;
            case "securevm" -> Kind.SECURE_VM;
            case "iot" -> Kind.IOT;
            case "shared" -> Kind.SHARED;
            default -> null;
        };
    }

    private static boolean isTeamsPhone(EntraDevice entra, List<ManagedDevice> records, JudgingRules rules) {
        return isPhone(entra.operatingSystem(), entra.manufacturer(), entra.model(), rules)
                || records.stream()
                        .anyMatch(record ->
                                isPhone(record.operatingSystem(), record.manufacturer(), record.model(), rules));
    }

    private static boolean isPhone(
            @Nullable String operatingSystem, @Nullable String maker, @Nullable String model, JudgingRules rules) {
        if (Platform.of(operatingSystem) != Platform.ANDROID) {
            return false;
        }
        String device = words(lower(maker) + " " + lower(model));
        return rules.teamsPhones().stream().anyMatch(entry -> device.startsWith(words(lower(entry))));
    }

    /** Returns the words with one space after each, so that "Poly" fits "Poly CCX 600" but not "Polytron". */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length() + 1);
        StringTokenizer tokens = new StringTokenizer(text);
        while (tokens.hasMoreTokens()) {
            words.append(tokens.nextToken()).append(' ');
        }
        return words.isEmpty() ? " " : words.toString();
    }

    private static boolean isCloudPc(EntraDevice entra, List<ManagedDevice> records) {
        return lower(entra.model()).startsWith(CLOUD_PC)
                || records.stream().anyMatch(record -> lower(record.model()).startsWith(CLOUD_PC));
    }

    private static boolean isAutopilot(DeviceFacts facts) {
        return facts.autopilot() != null
                || facts.entra().physicalIds().stream().anyMatch(id -> lower(id).startsWith(AUTOPILOT_ID));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}

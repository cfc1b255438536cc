package org.deviceoffboarding.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.MdmApplication;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what kind of device it is, by what Entra, Intune and Autopilot say; never by its name. What Intune's records do
 * not say, or are no longer there to say, counts as earlier inventories had it: a device does not become ordinary by losing
 * its record.
 */
final class Kinds {

    /** Intune's enrolment types without a person: kiosks and shared devices. */
    private static final Set<String> USERLESS =
            Set.of("windowsbulkuserless", "applebulkwithoutuser", "androidenterprisededicateddevice");

    /** Behind it stands what else manages the device. */
    private static final String CONFIGURATION_MANAGER_CLIENT = "configurationmanagerclient";

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
        List<ManagedDevice> sources = sources(facts, records);
        if (isUserless(facts, records)) {
            return Kind.SHARED;
        }
        if (isTeamsPhone(entra, sources, rules)) {
            return Kind.TEAMS_PHONE;
        }
        if (isCloudPc(entra, sources)) {
            return Kind.CLOUD_PC;
        }
        if (isAutopilot(facts)) {
            return Kind.AUTOPILOT;
        }
        return isCoManaged(facts, records) ? Kind.CO_MANAGED : Kind.ORDINARY;
    }

    /** Returns the records that say what the device is: those that are there, and former ones where none says all of it. */
    private static List<ManagedDevice> sources(DeviceFacts facts, List<ManagedDevice> records) {
        if (facts.former().isEmpty()) {
            return records;
        }
        List<ManagedDevice> sources =
                new ArrayList<>(records.size() + facts.former().size());
        boolean whole = false;
        for (ManagedDevice record : records) {
            ManagedDevice filled = facts.filled(record);
            whole |= filled.operatingSystem() != null && filled.manufacturer() != null && filled.model() != null;
            sources.add(filled);
        }
        if (!whole) {
            facts.former().stream()
                    .map(FormerRecord::last)
                    .filter(last ->
                            sources.stream().noneMatch(now -> now.intuneId().equals(last.intuneId())))
                    .forEach(sources::add);
        }
        return sources;
    }

    private static boolean isUserless(DeviceFacts facts, List<ManagedDevice> records) {
        return isSaid(facts, records, ManagedDevice::enrollmentType, USERLESS::contains);
    }

    /** By Entra, else by the agent through which Intune manages it. */
    private static boolean isCoManaged(DeviceFacts facts, List<ManagedDevice> records) {
        return lower(facts.entra().mdmAppId()).equals(MdmApplication.CONFIGURATION_MANAGER.id())
                || isSaid(
                        facts,
                        records,
                        ManagedDevice::managementAgent,
                        agent -> agent.startsWith(CONFIGURATION_MANAGER_CLIENT));
    }

    /** By what the records say that are there, and by former ones where none of them says anything. */
    private static boolean isSaid(
            DeviceFacts facts,
            List<ManagedDevice> records,
            Function<ManagedDevice, @Nullable String> text,
            Predicate<String> what) {
        boolean said = false;
        for (ManagedDevice record : records) {
            String value = FormerRecord.known(text.apply(facts.filled(record)));
            if (what.test(lower(value))) {
                return true;
            }
            said |= value != null;
        }
        return !said && facts.former().stream().anyMatch(record -> what.test(lower(text.apply(record.last()))));
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

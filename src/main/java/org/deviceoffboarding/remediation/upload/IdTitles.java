package org.deviceoffboarding.remediation.upload;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The titles under which IDs of devices stand: those of this portal, of the exports of Intune and Entra, old and new, and of
 * the properties in Graph and PowerShell. Only letters and digits count, in either case. Pure.
 */
final class IdTitles {

    static final String EXAMPLES = "'Entra object ID', 'Entra device ID', 'Azure AD Device ID' or 'Intune ID'";

    private static final Map<String, DeviceIdKind> KINDS = kinds();

    /**
     * A column that a title says holds IDs.
     *
     * @param kinds which of a device's IDs they may be
     */
    record Column(int index, Set<DeviceIdKind> kinds) {}

    private IdTitles() {}

    /** Returns the columns of IDs in their order; none if this is no line of titles. */
    static List<Column> columns(List<String> titles) {
        List<String> plain = titles.stream().map(IdTitles::plain).toList();
        return IntStream.range(0, plain.size())
                .mapToObj(index -> column(index, plain))
                .filter(column -> !column.kinds().isEmpty())
                .toList();
    }

    private static Column column(int index, List<String> titles) {
        String title = titles.get(index);
        DeviceIdKind kind = title.equals("deviceid") ? kindOfDeviceId(titles) : KINDS.get(title);
        if (kind != null) {
            return new Column(index, Set.of(kind));
        }
        boolean any = Set.of("id", "ids", "guid", "deviceid", "deviceids", "deviceguid")
                .contains(title);
        return new Column(index, any ? DeviceIdKind.ANY : Set.of());
    }

    /** Both Intune and Entra call their own ID so: what stands beside it tells whose it is; null if nothing does. */
    private static @Nullable DeviceIdKind kindOfDeviceId(List<String> titles) {
        List<DeviceIdKind> others = titles.stream()
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .distinct()
                .toList();
        if (others.contains(DeviceIdKind.ENTRA_DEVICE)) {
            return others.contains(DeviceIdKind.INTUNE) ? null : DeviceIdKind.INTUNE;
        }
        return others.isEmpty() && !titles.contains("id") ? null : DeviceIdKind.ENTRA_DEVICE;
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Map<String, DeviceIdKind> kinds() {
        Map<String, DeviceIdKind> kinds = new HashMap<>();
        for (String entra : List.of(
                "entra",
                "entraid",
                "microsoftentra",
                "microsoftentraid",
                "msentra",
                "azuread",
                "microsoftazuread",
                "aad",
                "azureactivedirectory")) {
            for (String title : List.of("deviceid", "deviceids", "deviceguid")) {
                kinds.put(entra + title, DeviceIdKind.ENTRA_DEVICE);
            }
            for (String title : List.of("objectid", "objectids", "deviceobjectid", "objectguid")) {
                kinds.put(entra + title, DeviceIdKind.ENTRA_OBJECT);
            }
        }
        List.of("objectid", "objectids", "deviceobjectid")
                .forEach(title -> kinds.put(title, DeviceIdKind.ENTRA_OBJECT));
        List.of(
                        "intuneid",
                        "intuneids",
                        "intunedeviceid",
                        "intunedeviceids",
                        "microsoftintuneid",
                        "microsoftintunedeviceid",
                        "manageddeviceid",
                        "intunemanageddeviceid")
                .forEach(title -> kinds.put(title, DeviceIdKind.INTUNE));
        kinds.put(
                "referenceid",
                DeviceIdKind.ENTRA_DEVICE); // so Intune's reports call it where titles are not translated
        return Map.copyOf(kinds);
    }
}

package org.deviceoffboarding.demotenant.population;

/** How devices were enrolled, in the words of Graph. */
final class EnrolmentTypes {

    private EnrolmentTypes() {}

    static String of(Profile profile) {
        return switch (profile.platform) {
            case WINDOWS ->
                switch (profile.kind) {
                    case HYBRID -> "windowsBulkAzureDomainJoin";
                    case CLOUD_PC -> "windowsAzureADJoinUsingDeviceAuth";
                    default -> {
                        if (profile.quirk == Quirk.CO_MANAGED) {
                            yield "windowsCoManagement";
                        }
                        yield profile.owner == Owner.PERSONAL ? "windowsAutoEnrollment" : "windowsAzureADJoin";
                    }
                };
            case IPHONE, IPAD, MACOS, MAC_MDM -> "appleBulkWithUser";
            case OWN_IPHONE, ANDROID_WORK -> "userEnrollment";
            case ANDROID_ENTERPRISE, LINUX, NONE -> "deviceEnrollmentManager";
        };
    }
}

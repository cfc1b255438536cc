package org.deviceoffboarding.remediation.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTitlesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Device ID;Device name;Azure AD Device ID          | 0 INTUNE, 2 ENTRA_DEVICE
            Device ID;Microsoft Entra Device ID               | 0 INTUNE, 1 ENTRA_DEVICE
            DeviceId;ReferenceId;UserId                       | 0 INTUNE, 1 ENTRA_DEVICE
            Id;AzureADDeviceId                                | 0 ID, 1 ENTRA_DEVICE
            id;deviceId;displayName                           | 0 ID, 1 ENTRA_DEVICE
            displayName;deviceId;objectId                     | 1 ENTRA_DEVICE, 2 ENTRA_OBJECT
            Entra object ID;Entra device ID;Intune ID         | 0 ENTRA_OBJECT, 1 ENTRA_DEVICE, 2 INTUNE
            Device ID;Intune ID                               | 0 ENTRA_DEVICE, 1 INTUNE
            Device ID;Entra device ID;Intune ID               | 0 ID, 1 ENTRA_DEVICE, 2 INTUNE
            ObjectId                                          | 0 ENTRA_OBJECT
            azure_ad-device id                                | 0 ENTRA_DEVICE
            AAD Device ID                                     | 0 ENTRA_DEVICE
            Microsoft Entra object ID                         | 0 ENTRA_OBJECT
            managedDeviceId                                   | 0 INTUNE
            INTUNE  DEVICE  ID                                | 0 INTUNE
            Device ID                                         | 0 ID
            User ID;Tenant ID;EAS activation ID;Serial number | ''
            """)
    void aTitleSaysWhichOfTheThreeIdsStandUnderIt(String titles, String columns) {
        assertThat(IdTitles.columns(List.of(titles.split(";"))).stream()
                        .map(column -> column.index() + " "
                                + (column.kinds().size() == 1
                                        ? column.kinds().iterator().next()
                                        : "ID"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(columns);
    }

    @Test
    void theTitlesInTheExplanationAreUnderstood() {
        List<String> examples =
                List.of(IdTitles.EXAMPLES.replaceAll("^'|'$", "").split("'(, | or )'"));

        assertThat(examples)
                .hasSize(4)
                .allSatisfy(
                        title -> assertThat(IdTitles.columns(List.of(title))).hasSize(1));
    }
}

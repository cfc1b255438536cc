package org.deviceoffboarding.demotenant.identity;

import static org.deviceoffboarding.demotenant.DirectoryRole.CLOUD_DEVICE_ADMINISTRATOR;
import static org.deviceoffboarding.demotenant.DirectoryRole.GLOBAL_READER;
import static org.deviceoffboarding.demotenant.DirectoryRole.INTUNE_ADMINISTRATOR;
import static org.deviceoffboarding.demotenant.DirectoryRole.USER;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The seven people of Contoso Outdoor who can sign in. */
@Component
class People implements DemoPeople {

    private static final List<DemoPerson> ALL = List.of(
            new DemoPerson(
                    "0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a001",
                    "Olivia",
                    "Berg",
                    "owner@" + Contoso.DOMAIN,
                    "Head of Endpoint Management",
                    AppRole.OWNER,
                    Set.of(INTUNE_ADMINISTRATOR, GLOBAL_READER, USER)),
            new DemoPerson(
                    "0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a007",
                    "Nora",
                    "Haugen",
                    "deputy@" + Contoso.DOMAIN,
                    "Deputy Head of Endpoint Management",
                    AppRole.OWNER,
                    Set.of(INTUNE_ADMINISTRATOR, USER)),
            new DemoPerson(
                    "0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a002",
                    "Otto",
                    "Lindqvist",
                    "operator@" + Contoso.DOMAIN,
                    "Endpoint Engineer",
                    AppRole.OPERATOR,
                    Set.of(USER)),
            new DemoPerson(
                    "0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a003",
                    "Amara",
                    "Okafor",
                    "approver@" + Contoso.DOMAIN,
                    "Security Lead",
                    AppRole.APPROVER,
                    Set.of(CLOUD_DEVICE_ADMINISTRATOR, USER)),
            new DemoPerson(
                    "0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a004",
                    "Arne",
                    "Fischer",
                    "auditor@" + Contoso.DOMAIN,
                    "Internal Auditor",
                    AppRole.AUDITOR,
                    Set.of(USER)),
            new DemoPerson(
                    "0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a005",
                    "Rosa",
                    "Martín",
                    "reader@" + Contoso.DOMAIN,
                    "Service Desk",
                    AppRole.READER,
                    Set.of(USER)),
            new DemoPerson(
                    "0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a006",
                    "Gus",
                    "Novak",
                    "guest@" + Contoso.DOMAIN,
                    "Store Manager",
                    null,
                    Set.of(USER)));

    @Override
    public List<DemoPerson> all() {
        return ALL;
    }
}

package org.deviceoffboarding.demotenant.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.demotenant.AppRegistration;
import org.springframework.stereotype.Component;

/** What Graph tells of the app registration: the roles that tokens carry, with those taken by the switches gone. */
@Component
class DemoAppRegistration implements AppRegistration {

    private final DemoClient client;
    private final DemoPeople people;
    private final IdentitySwitches switches;

    DemoAppRegistration(DemoClient client, DemoPeople people, IdentitySwitches switches) {
        this.client = client;
        this.people = people;
        this.switches = switches;
    }

    @Override
    public String appId() {
        return client.clientId();
    }

    @Override
    public String servicePrincipalId() {
        return client.servicePrincipalId();
    }

    @Override
    public List<Role> roles() {
        return Arrays.stream(AppRole.values()).map(DemoAppRegistration::role).toList();
    }

    @Override
    public List<Assigned> people() {
        return people.all().stream().flatMap(this::assigned).toList();
    }

    private Stream<Assigned> assigned(DemoPerson person) {
        return Stream.ofNullable(switches.roleOf(person))
                .map(role -> new Assigned(person.objectId(), person.displayName(), role(role)));
    }

    private static Role role(AppRole role) {
        String id = UUID.nameUUIDFromBytes(("app-role:" + role.value()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Role(id, role.value(), role.value());
    }
}

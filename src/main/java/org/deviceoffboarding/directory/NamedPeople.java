package org.deviceoffboarding.directory;

import java.util.List;

/** The people who are in a group themselves, with the group as Entra calls it now. */
public record NamedPeople(EntraGroup group, List<DirectoryPerson> people) {

    public NamedPeople {
        people = List.copyOf(people);
    }
}

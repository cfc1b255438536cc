package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.*;

import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.population.DemoGroup;

/** What Graph tells about a group. */
final class GroupSchema {

    static final Schema<DemoGroup> GROUPS = new Schema<DemoGroup>("group", "groups", false)
            .with("id", DemoGroup::id, EQ, IN)
            .with("deletedDateTime", group -> null)
            .with("createdDateTime", group -> null)
            .with("description", DemoGroup::description)
            .with("displayName", DemoGroup::displayName, EQ, IN, STARTSWITH)
            .with("groupTypes", group -> List.of())
            .with("mail", group -> null)
            .with("mailEnabled", group -> false, EQ)
            .with("mailNickname", DemoGroup::id)
            .with("securityEnabled", group -> true, EQ)
            .with("visibility", group -> null);

    private GroupSchema() {}
}

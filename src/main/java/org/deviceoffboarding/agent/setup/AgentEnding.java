package org.deviceoffboarding.agent.setup;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;

/**
 * The agent's identity is about to end.
 *
 * @param before how long before this is told
 */
record AgentEnding(Agent agent, Duration before) implements Notice {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Override
    public NoticeKind kind() {
        return NoticeKind.AGENT_ENDING;
    }

    @Override
    public String key() {
        return "agent:" + agent.identityId() + ":ending:" + agent.expiresAt() + ":" + before.toDays();
    }

    @Override
    public String subject() {
        return "agent";
    }

    @Override
    public String sentence() {
        return "The agent's identity, " + agent.identityName() + ", ends " + TIME.format(agent.expiresAt())
                + " unless a run uses it before, or an owner renews it.";
    }

    @Override
    public List<Recipient> recipients() {
        return List.of(Recipient.everyoneWith(Roles.OWNER, "You are an owner, who may renew it."));
    }
}

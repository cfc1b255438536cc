package org.deviceoffboarding.task.team;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.deviceoffboarding.task.TaskRefusedException;

/**
 * Where tickets of another system are, such as {@code https://tickets.example/{number}}.
 *
 * @param template empty for nowhere
 */
public record TicketAddress(String template) {

    /** What stands for a ticket's number. */
    public static final String NUMBER = "{number}";

    /** Nowhere. */
    public static final TicketAddress NONE = new TicketAddress("");

    private static final int LONGEST = 500;

    /** Only what leads to https, to a host that does not depend on the number, and to nobody's password. */
    static TicketAddress checked(String template) {
        String text = template.strip();
        if (text.isEmpty()) {
            return NONE;
        }
        if (text.length() > LONGEST || text.split("\\{number}", -1).length != 2) {
            throw refused("Give the address with " + NUMBER + " once, in the place of the ticket's number.");
        }
        URI address = parsed(text.replace(NUMBER, "1"));
        URI other = parsed(text.replace(NUMBER, "2"));
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw refused("Tickets are linked by https only: https://tickets.example/" + NUMBER);
        }
        if (address.getRawUserInfo() != null) {
            throw refused("Leave the name and the password out: everybody who opens a ticket would send them.");
        }
        if (!address.getAuthority().equals(other.getAuthority())) {
            throw refused("The number must stand behind the host, such as https://tickets.example/" + NUMBER);
        }
        return new TicketAddress(text);
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused("This is no address: https://tickets.example/" + NUMBER + " is one.");
        }
    }

    private static TaskRefusedException refused(String sentence) {
        return new TaskRefusedException(sentence, TaskRefusedException.ADDRESS);
    }

    /** Returns where a ticket is; nothing where nobody said where tickets are. */
    public Optional<String> of(String ticket) {
        return template.isEmpty()
                ? Optional.empty()
                : Optional.of(template.replace(
                        NUMBER,
                        URLEncoder.encode(ticket, StandardCharsets.UTF_8).replace("+", "%20")));
    }
}

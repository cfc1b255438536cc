package org.deviceoffboarding.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses that leave the portal with notices: they open what a notice is about, after signing in where that is needed. */
@Component
public class NoticeLinks {

    /** What opens a notice, inside the portal; its number follows. */
    public static final String OPEN = "notices?open=";

    /** Where people choose what they are told, inside the portal. */
    public static final String CHOICES = "notices/choices";

    private final String portal;

    NoticeLinks(@Value("${portal.public-url:}") String publicUrl, @Value("${server.port:8080}") String port) {
        this.portal = publicUrl.isBlank()
                ? "http://localhost:" + port
                : publicUrl.strip().replaceFirst("/+$", "");
    }

    /** Returns the portal's own address, without a slash at its end. */
    public String portal() {
        return portal;
    }

    /** Returns what opens what a notice is about. */
    public String to(StoredNotice notice) {
        return portal + "/" + OPEN + notice.id();
    }

    /** Returns where people choose what they are told. */
    public String toChoices() {
        return portal + "/" + CHOICES;
    }
}

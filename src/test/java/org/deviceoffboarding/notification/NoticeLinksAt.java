package org.deviceoffboarding.notification;

/** The links of notices of a portal at some address. */
public final class NoticeLinksAt {

    private NoticeLinksAt() {}

    public static NoticeLinks portal(String address) {
        return new NoticeLinks(address, "8080");
    }
}

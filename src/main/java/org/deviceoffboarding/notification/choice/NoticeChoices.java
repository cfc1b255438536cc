package org.deviceoffboarding.notification.choice;

import java.util.EnumMap;
import java.util.Map;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeWay;

/**
 * What somebody chose.
 *
 * @param ways how they want to be told, by kind; those left out are as usual
 * @param timing when they want mail
 */
public record NoticeChoices(Map<NoticeKind, NoticeWay> ways, NoticeTiming timing) {

    /** What holds for whoever chose nothing. */
    public static final NoticeChoices USUAL = new NoticeChoices(Map.of(), NoticeTiming.AT_ONCE);

    public NoticeChoices {
        ways = Map.copyOf(ways);
    }

    /** Returns how they want to be told of notices of a kind. */
    public NoticeWay way(NoticeKind kind) {
        return ways.getOrDefault(kind, kind.usualWay());
    }

    /** Returns these, made from some, on top of what holds now: what was left as it was there is as it is now. */
    public NoticeChoices since(NoticeChoices madeFrom, NoticeChoices now) {
        Map<NoticeKind, NoticeWay> chosen = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            NoticeWay way = way(kind) == madeFrom.way(kind) ? now.way(kind) : way(kind);
            if (way != kind.usualWay()) {
                chosen.put(kind, way);
            }
        }
        return new NoticeChoices(chosen, timing.since(madeFrom.timing, now.timing));
    }
}

package org.deviceoffboarding.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people were told, for tests of features that tell them. */
public final class ToldSentences {

    private ToldSentences() {}

    /** Returns the kinds and sentences that a person was told, the oldest first. */
    public static List<String> to(String person, JdbcClient jdbc) {
        return jdbc.sql("""
                select kind || ': ' || sentence from told_notice join notice on id = notice_id
                where person_id = :person order by id
                """).param("person", person).query(String.class).list();
    }
}

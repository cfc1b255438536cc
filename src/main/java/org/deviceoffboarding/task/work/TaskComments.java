package org.deviceoffboarding.task.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.TaskComment;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what people say about tasks. */
@Repository
class TaskComments {

    private final JdbcClient jdbc;

    TaskComments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the comment's number */
    long add(long taskId, String text, List<Assignee> mentioned, Actor by, Instant at) {
        long id = jdbc.sql("""
                insert into task_comment (task_id, at, by_id, by_name, text) values (:task, :at, :byId, :byName, :text)
                returning id
                """)
                .param("task", taskId)
                .param("at", Sql.timestamp(at))
                .param("byId", by.id())
                .param("byName", Sql.text(by.name()))
                .param("text", text)
                .query(Long.class)
                .single();
        mentioned.forEach(person -> jdbc.sql("""
                insert into task_mention (comment_id, person_id, person_name) values (:comment, :person, :name)
                on conflict do nothing
                """)
                .param("comment", id)
                .param("person", person.id())
                .param("name", Sql.text(person.name()))
                .update());
        return id;
    }

    /** Returns what was said about a task, the newest first. */
    List<TaskComment> of(long taskId, Pageable page) {
        List<TaskComment> plain = jdbc.sql(
                        "select * from task_comment where task_id = :task order by id desc limit :limit offset :offset")
                .param("task", taskId)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) -> new TaskComment(
                        row.getLong("id"),
                        Sql.instant(row, "at"),
                        new Actor(row.getString("by_id"), row.getString("by_name")),
                        row.getString("text"),
                        List.of()))
                .list();
        Map<Long, List<Assignee>> mentioned = mentioned(plain);
        return plain.stream()
                .map(each -> new TaskComment(
                        each.id(), each.at(), each.by(), each.text(), mentioned.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Assignee>> mentioned(List<TaskComment> comments) {
        Map<Long, List<Assignee>> all = new HashMap<>();
        jdbc.sql("select * from task_mention where comment_id = any(:comments) order by person_name, person_id")
                .param("comments", comments.stream().map(TaskComment::id).toArray(Long[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getLong("comment_id"), id -> new ArrayList<>())
                            .add(Assignee.person(row.getString("person_id"), row.getString("person_name")));
                });
        return all;
    }
}

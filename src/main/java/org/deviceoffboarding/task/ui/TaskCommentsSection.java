package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.task.TaskComment;
import org.deviceoffboarding.task.work.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;

/** What people said about a task, the newest first. */
class TaskCommentsSection extends Composite<Section> {

    private static final int AT_FIRST = 20;

    private final long taskId;
    private final transient TaskService tasks;
    private final transient Clock clock;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph("Nobody has said anything yet.");
    private final Button more = new Button("Show older", click -> showMore());
    private final Map<Long, ListItem> items = new HashMap<>();
    private int most = AT_FIRST;

    /** @param form what one comments with; null for who may not */
    TaskCommentsSection(long taskId, TaskService tasks, @Nullable CommentForm form, Clock clock) {
        this.taskId = taskId;
        this.tasks = tasks;
        this.clock = clock;
        list.addClassNames("plain-list", "comments");
        more.addThemeVariants(ButtonVariant.SMALL);
        if (form != null) {
            getContent().add(form);
        }
        getContent().add(none, list, more);
    }

    @Override
    protected Section initContent() {
        return new Section("Comments");
    }

    void show() {
        List<TaskComment> comments = tasks.comments(taskId, PageRequest.ofSize(most + 1));
        list.removeAll();
        items.clear();
        comments.stream().limit(most).forEach(comment -> {
            ListItem item = item(comment);
            items.put(comment.id(), item);
            list.add(item);
        });
        none.setVisible(comments.isEmpty());
        more.setVisible(comments.size() > most);
    }

    /** Shows a comment, however old it is, and lets the page begin at it. */
    void lead(long id) {
        while (!items.containsKey(id) && more.isVisible()) {
            showMore();
        }
        ListItem item = items.get(id);
        if (item != null) {
            item.addClassName("comment-opened");
            item.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
        }
    }

    private void showMore() {
        most += AT_FIRST;
        show();
    }

    private ListItem item(TaskComment comment) {
        Div who = new Div(PersonDisplay.of(comment.by()), TimeDisplay.span(comment.at(), clock.instant()));
        who.addClassName("pills");
        ListItem item = new ListItem(who, new LongText(comment.text(), "comment"));
        if (!comment.mentioned().isEmpty()) {
            Span told = new Span(
                    "For " + comment.mentioned().stream().map(TaskLines::name).collect(Collectors.joining(", ")));
            told.addClassName("dim");
            item.add(told);
        }
        return item;
    }
}

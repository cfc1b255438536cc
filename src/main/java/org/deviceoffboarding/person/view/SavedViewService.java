package org.deviceoffboarding.person.view;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.SavedView;
import org.deviceoffboarding.base.SavedViewRefusedException;
import org.deviceoffboarding.base.SavedViews;
import org.deviceoffboarding.base.SavedViewsChanged;
import org.deviceoffboarding.base.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the views of lists in the database. What all see is on record; what people keep for themselves is not: it changes what they look at,
 * and nothing else. */
@Service
@May(Capability.READ)
@Transactional
public class SavedViewService implements SavedViews {

    private final SavedViewRepository views;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SavedViewService(
            SavedViewRepository views,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.views = views;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SavedView> of(String list) {
        return views.find(list, currentActor.get().id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SavedView> get(String list, long id) {
        return views.get(list, id, currentActor.get().id());
    }

    @Override
    public long save(String list, String name, String query, String columns) {
        return add(list, name, false, query, columns);
    }

    @Override
    @May(Capability.SHARE_VIEWS)
    public long share(String list, String name, String query, String columns) {
        return add(list, name, true, query, columns);
    }

    @Override
    public void remove(long id) {
        if (views.deleteOwn(id, currentActor.get().id())) {
            events.publishEvent(new SavedViewsChanged());
        }
    }

    @Override
    @May(Capability.SHARE_VIEWS)
    public void removeShared(long id) {
        views.deleteShared(id).ifPresent(removed -> {
            auditLog.record(currentActor.get(), removed);
            events.publishEvent(new SavedViewsChanged());
        });
    }

    private long add(String list, String name, boolean shared, String query, String columns) {
        String cleaned = Sql.text(name.strip());
        check(list, cleaned, shared, query, columns);
        long id = views.add(list, cleaned, shared, currentActor.get(), query, columns, clock.instant())
                .orElseThrow(() -> taken(cleaned));
        if (shared) {
            Actor actor = currentActor.get();
            auditLog.record(
                    actor, new ViewAction.Shared(new SavedView(id, cleaned, true, actor, query, columns), list));
        }
        events.publishEvent(new SavedViewsChanged());
        return id;
    }

    private void check(String list, String name, boolean shared, String query, String columns) {
        if (name.isEmpty() || name.length() > SavedView.LONGEST_NAME) {
            throw new SavedViewRefusedException(
                    "Give the view a name of at most " + SavedView.LONGEST_NAME + " characters.",
                    SavedViewRefusedException.NAME);
        }
        if (Math.max(query.length(), columns.length()) > SavedView.LONGEST_TEXT) {
            throw new SavedViewRefusedException("What is searched for is too long to be saved. Shorten it.");
        }
        List<SavedView> visible = of(list);
        if (visible.stream().anyMatch(view -> view.name().equalsIgnoreCase(name))) {
            throw taken(name);
        }
        if (visible.stream().filter(view -> view.shared() == shared).count() >= MOST) {
            throw new SavedViewRefusedException("There are " + MOST + " views of this list. Remove one first.");
        }
    }

    private static SavedViewRefusedException taken(String name) {
        return new SavedViewRefusedException(
                "There is a view called “" + name + "” already. Choose another name, or remove that one first.",
                SavedViewRefusedException.NAME);
    }
}

package org.deviceoffboarding.base.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.base.ui.search")
@WithMockUser(username = "ada", roles = Roles.READER)
class LongWorkTest extends SpringBrowserlessTest {

    private static final int MANY = LongWork.FEW + 1;

    @Autowired
    private CurrentActor currentActor;

    private final LongWork work = new LongWork();
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void showIt() {
        UI.getCurrent().add(work);
    }

    @Test
    void whatIsAboutFewIsDoneAtOnce() {
        work.find("Looked at.", LongWork.FEW, progress -> Thread.currentThread(), found -> done.add("" + found.get()));

        assertThat(done).containsExactly("" + Thread.currentThread());
        assertThat(work.isVisible()).isFalse();
    }

    @Test
    void whatIsAboutManyIsDoneBesideThePageAsItsPerson() {
        CompletableFuture<Void> mayGoOn = new CompletableFuture<>();
        work.find(
                "Looked at.",
                MANY,
                progress -> {
                    mayGoOn.join();
                    return currentActor.get().name();
                },
                found -> done.add(found.get()));
        assertThat(work.isVisible()).isTrue();
        assertThat(work.getElement().getTextRecursively()).contains("Looked at.");

        mayGoOn.complete(null);

        until(() -> !done.isEmpty());
        assertThat(done).containsExactly("ada");
        assertThat(work.isVisible()).isFalse();
    }

    @Test
    void whatNobodyWaitsForIsAbandoned() throws Exception {
        CompletableFuture<Void> left = new CompletableFuture<>();
        CompletableFuture<Boolean> abandoned = new CompletableFuture<>();
        work.find("Looked at.", MANY, progress -> goOn(left, progress, abandoned), found -> done.add(found.get()));

        work.removeFromParent();
        left.complete(null);

        assertThat(abandoned.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void whatThePageNoLongerAsksForIsAbandonedThoughThePersonStays() throws Exception {
        CompletableFuture<Void> mayGoOn = new CompletableFuture<>();
        CompletableFuture<Boolean> abandoned = new CompletableFuture<>();
        work.find("Looked at.", MANY, progress -> goOn(mayGoOn, progress, abandoned), found -> done.add(found.get()));

        work.abandon();
        mayGoOn.complete(null);

        assertThat(abandoned.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(work.isVisible()).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsCarriedThroughGoesOnWhenThePersonLeaves() throws Exception {
        CompletableFuture<Void> left = new CompletableFuture<>();
        CompletableFuture<Boolean> abandoned = new CompletableFuture<>();
        work.carryThrough("Done.", MANY, progress -> goOn(left, progress, abandoned), found -> done.add(found.get()));

        work.removeFromParent();
        left.complete(null);

        assertThat(abandoned.get(1, TimeUnit.MINUTES)).isFalse();
        until(() -> !done.isEmpty());
        assertThat(done).containsExactly("all");
    }

    @Test
    void whatNobodyExpectsIsSaid() {
        work.carryThrough(
                "Done.",
                MANY,
                progress -> {
                    throw new DataAccessResourceFailureException("cut", new SQLException("cut", "08006"));
                },
                found -> done.add("" + found.get()));

        until(() -> find(Notification.class).exists());
        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("database is away", "Nothing was changed by this.");
        assertThat(work.isVisible()).isFalse();
    }

    private static String goOn(CompletableFuture<Void> after, Progress progress, CompletableFuture<Boolean> abandoned) {
        after.join();
        try {
            progress.at(1, 2);
            abandoned.complete(false);
        } catch (CancellationException e) {
            abandoned.complete(true);
            throw e;
        }
        return "all";
    }

    private void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
            runPendingSignalsTasks();
        }
    }
}

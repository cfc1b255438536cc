package org.deviceoffboarding.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalClasses;
import org.deviceoffboarding.base.ui.form.LossDialog;
import org.deviceoffboarding.base.ui.work.WorkDialog;
import org.junit.jupiter.api.Test;

class SceneTest {

    private static final List<Class<?>> DIALOGS = List.of(Dialog.class, ConfirmDialog.class, LossDialog.class);

    @Test
    void everyPageAndEveryDialogHasAPicture() {
        Set<String> pages = PortalClasses.all().stream()
                .filter(type ->
                        type.isAnnotatedWith(Route.class) || isA(type, HasErrorParameter.class) || makesDialogs(type))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        Set<String> shown = Stream.of(Scene.values())
                .map(Scene::shows)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());

        assertThat(shown).as("Pages and dialogs, each shown by a scene").containsExactlyInAnyOrderElementsOf(pages);
    }

    private static boolean isA(JavaClass type, Class<?> other) {
        return type.isAssignableTo(other) && !type.isInterface();
    }

    /** Returns whether a class is a dialog of its own, or puts one together; dialogs that share a parent count as that. */
    private static boolean makesDialogs(JavaClass type) {
        return !type.isEquivalentTo(LossDialog.class)
                && !type.isEquivalentTo(WorkDialog.class) // it is gone within seconds
                && type.getConstructorCallsFromSelf().stream()
                        .map(call -> call.getTarget().getOwner())
                        .anyMatch(made -> DIALOGS.stream().anyMatch(made::isEquivalentTo));
    }
}

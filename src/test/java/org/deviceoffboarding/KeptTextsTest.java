package org.deviceoffboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.junit.jupiter.api.Test;

/** What people write survives a sign-in that ends and a portal that stops: each field for it is kept. */
class KeptTextsTest {

    /**
     * What is found or copied, not written: a filter, a number or a word to confirm, the ID or pattern of an exception; or a few words. And
     * the address of a webhook, which can hold a key and is kept encrypted only, with its name and host.
     */
    private static final Map<String, Long> NOT_WRITTEN = Map.ofEntries(
            Map.entry("AuditFilterBar", 2L),
            Map.entry("ChangePartDialog", 1L),
            Map.entry("PromptField", 1L),
            Map.entry("SaveQuestionDialog", 1L),
            Map.entry("SaveViewDialog", 1L),
            Map.entry("SearchField", 1L),
            Map.entry("FinalDeletions", 1L),
            Map.entry("NamedTarget", 1L),
            Map.entry("ScheduleForm", 1L),
            Map.entry("RemoveAgentDialog", 1L),
            Map.entry("WebhookDialog", 3L));

    private static final Set<Class<?>> FIELDS = Set.of(TextArea.class, TextField.class);

    @Test
    void everyFieldThatPeopleWriteIntoIsKept() {
        assertThat(unkept(PortalClasses.all())).isEqualTo(NOT_WRITTEN);
    }

    @Test
    void aFieldThatIsNotKeptIsFound() {
        assertThat(unkept(new ClassFileImporter().importClasses(Forgetful.class)))
                .containsExactly(Map.entry("Forgetful", 1L));
    }

    /** Returns how many fields a class makes and does not have kept, by its name. */
    private static Map<String, Long> unkept(JavaClasses classes) {
        Map<String, Long> unkept = new TreeMap<>();
        for (JavaClass type : classes) {
            long missing = made(type) - kept(type);
            if (missing > 0) {
                unkept.put(type.getSimpleName(), missing);
            }
        }
        return unkept;
    }

    private static long made(JavaClass type) {
        return type.getConstructorCallsFromSelf().stream()
                .filter(call -> FIELDS.stream().anyMatch(call.getTargetOwner()::isEquivalentTo))
                .count();
    }

    private static long kept(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(KeptTexts.class)
                        && call.getName().equals("keep"))
                .count();
    }

    /** Keeps one of two. */
    static class Forgetful {

        private final TextArea why = new TextArea("Why");
        private final TextField how = new TextField("How");

        Forgetful(KeptTexts kept) {
            kept.keep("why", why);
        }

        String value() {
            return why.getValue() + how.getValue();
        }
    }
}

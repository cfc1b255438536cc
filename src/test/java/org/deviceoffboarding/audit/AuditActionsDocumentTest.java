package org.deviceoffboarding.audit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deviceoffboarding.GeneratedPart;
import org.deviceoffboarding.PortalClasses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;

/** Holds what is said of actions, and {@code src/docs/audit-actions.md}, to what the code records. */
class AuditActionsDocumentTest {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    /** It repeats another action, by that action's name. */
    private static final String REPEATED = "org.deviceoffboarding.access.AccessAction$Repeated";

    private final AuditedActions actions = new AuditedActions();

    @Test
    void theDocumentListsEveryActionWithItsMeaningAndFields() {
        List<String> lines = new ArrayList<>(List.of("| action | shown as | meaning | details |", "|---|---|---|---|"));
        actions.all()
                .forEach(action -> lines.add("| `%s` | %s | %s | %s |"
                        .formatted(action.name(), action.label(), action.meaning(), fields(action))));
        new GeneratedPart("audit-actions.md", "actions").mustSay(lines);
    }

    @Test
    void everyTypeThatIsRecordedSaysWhatItMeansUnderEachOfItsNames() {
        assertThat(recorded())
                .hasSizeGreaterThan(40)
                .allSatisfy(type -> assertThat(said(type))
                        .as("What @AuditedAs says of %s, and the names that its action() returns", type.getName())
                        .isNotEmpty()
                        .isEqualTo(returned(type)));
    }

    @Test
    void everyActionHasAReadableNameOfItsOwnAndAMeaning() {
        assertThat(actions.all()).extracting(DescribedAction::label).doesNotHaveDuplicates();
        assertThat(actions.all()).allSatisfy(action -> {
            assertThat(action.name()).matches(NAME);
            assertThat(action.label()).matches("[A-Z][^.|]{4,48}");
            assertThat(action.meaning()).matches("[A-Z][^|]*\\.");
        });
    }

    @Test
    void whatAnEarlierPortalRecordedIsShownByItsName() {
        assertThat(actions.label("lamp.lit")).isEqualTo("lamp.lit");
        assertThat(actions.label("device.disabled")).isEqualTo("Disabled a device");
    }

    private static String fields(DescribedAction action) {
        Stream<String> details = action.details().entrySet().stream().map(AuditActionsDocumentTest::field);
        Stream<String> changes = action.changes().entrySet().stream().map(each -> field(each) + ", before and after");
        return Stream.concat(details, changes).collect(joining("; "));
    }

    private static String field(Map.Entry<String, String> field) {
        return "`" + field.getKey() + "` " + field.getValue();
    }

    private static List<JavaClass> recorded() {
        return PortalClasses.all().stream()
                .filter(type -> type.isAssignableTo(AuditableAction.class))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> !type.getName().equals(REPEATED))
                .toList();
    }

    private static Set<String> said(JavaClass type) {
        Set<String> said = new TreeSet<>();
        Stream.concat(Stream.of(type), type.getRawInterfaces().stream())
                .flatMap(each -> Stream.of(each.reflect().getAnnotationsByType(AuditedAs.class)))
                .forEach(each -> said.add(each.name()));
        return said;
    }

    /** Returns what stands in the method that gives an action its name. */
    private static Set<String> returned(JavaClass type) {
        Set<String> names = new TreeSet<>();
        reader(type)
                .accept(
                        new ClassVisitor(SpringAsmInfo.ASM_VERSION) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String form,
                                    @Nullable String generic,
                                    String @Nullable [] thrown) {
                                return name.equals("action") && form.equals("()Ljava/lang/String;")
                                        ? textsTo(names)
                                        : null;
                            }
                        },
                        0);
        return names;
    }

    private static MethodVisitor textsTo(Set<String> names) {
        return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {
            @Override
            public void visitLdcInsn(Object value) {
                if (value instanceof String text) {
                    names.add(text);
                }
            }
        };
    }

    private static ClassReader reader(JavaClass type) {
        try {
            return new ClassReader(type.getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

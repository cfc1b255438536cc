package org.deviceoffboarding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Keeps every room of the house small enough to find something in, and every name for one thing. */
class StructureTest {

    private static final String ROOT = "org.deviceoffboarding";

    /** Whoever looks for a class reads the names of its package; more are not read. */
    private static final int MOST_IN_A_PACKAGE = 45;

    /** An exception with a factory that picks among its own kinds: none can be understood without the others. */
    private static final Set<Set<String>> ALLOWED_CIRCLES = Set.of(Set.of(
            "graph.GraphException",
            "graph.GraphAnswerException",
            "graph.GraphPermissionMissingException",
            "graph.GraphSignInExpiredException",
            "graph.GraphUnavailableException"));

    @Test
    void noPackageIsTooLargeToLookThrough() {
        Map<String, List<JavaClass>> packages =
                topLevel(PortalClasses.all()).collect(groupingBy(JavaClass::getPackageName));

        assertThat(packages)
                .allSatisfy((name, classes) -> assertThat(classes)
                        .as("Classes of %s; split it by feature", name)
                        .hasSizeLessThanOrEqualTo(MOST_IN_A_PACKAGE));
    }

    @Test
    void noTwoTypesShareAName() throws IOException {
        Map<String, Set<String>> byName = topLevelNames()
                .collect(groupingBy(name -> name.substring(name.lastIndexOf('/') + 1), TreeMap::new, toSet()));

        assertThat(byName).containsKeys("PortalApplication", "StructureTest");
        assertThat(byName.values())
                .as("Types of one name mean one thing or have different names")
                .allSatisfy(types -> assertThat(types).hasSize(1));
    }

    @Test
    void noClassesOfAModuleNeedEachOtherInACircle() {
        Map<String, Set<String>> needs = needsWithinModules();

        assertThat(circles(needs))
                .as("Classes that can only be understood together; take out what both need")
                .isSubsetOf(ALLOWED_CIRCLES);
    }

    /** Returns the names of all types with a file of their own, tests and what helps them among them: reading what is in them takes long. */
    private static Stream<String> topLevelNames() throws IOException {
        String folder = ROOT.replace('.', '/');
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*.class");
        return Stream.of(files)
                .map(file -> file.toString().replaceFirst(".*/" + folder + "/(.*)\\.class.*", "$1"))
                .filter(name -> !name.contains("$") && !name.endsWith("package-info"));
    }

    private static Stream<JavaClass> topLevel(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }

    /** Returns which top-level classes of its own module each one needs, also by a nested class. */
    private static Map<String, Set<String>> needsWithinModules() {
        Map<String, Set<String>> needs = new HashMap<>();
        for (JavaClass type : PortalClasses.all()) {
            String from = topLevelName(type);
            Set<String> to = needs.computeIfAbsent(from, name -> new HashSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(DescribedPredicate.describe(
                            "ours", target -> target.getName().startsWith(ROOT)))
                    .map(StructureTest::topLevelName)
                    .filter(name -> !name.equals(from) && moduleOf(name).equals(moduleOf(from)))
                    .forEach(to::add);
        }
        return needs;
    }

    /** Returns the sets of those that reach each other. */
    private static Set<Set<String>> circles(Map<String, Set<String>> needs) {
        Set<Set<String>> circles = new HashSet<>();
        for (String each : needs.keySet()) {
            Set<String> reached = reached(each, needs);
            if (reached.contains(each)) {
                circles.add(reached.stream()
                        .filter(other -> reached(other, needs).contains(each))
                        .collect(toSet()));
            }
        }
        return circles;
    }

    private static Set<String> reached(String from, Map<String, Set<String>> needs) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(needs.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            String each = next.pop();
            if (reached.add(each)) {
                next.addAll(needs.getOrDefault(each, Set.of()));
            }
        }
        return reached;
    }

    private static String topLevelName(JavaClass type) {
        String name = type.getName().substring(ROOT.length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static String moduleOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}

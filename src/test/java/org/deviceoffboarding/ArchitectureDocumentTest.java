package org.deviceoffboarding;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Holds modules to what they declare, and {@code src/docs/architecture.md} to the code: finding the modules takes longest of it. */
class ArchitectureDocumentTest {

    private static final String DOCUMENT = "architecture.md";

    /** Nearly all know it. */
    private static final String BASE = "base";

    private static final ApplicationModules MODULES = ApplicationModules.of(PortalApplication.class);

    private static final Map<String, Set<String>> ARROWS = arrows();

    @Test
    void modulesOnlyDependOnWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void theArrowsBetweenModulesAreDrawn() {
        List<String> lines = new ArrayList<>(List.of("```mermaid", "flowchart TD"));
        ARROWS.keySet().stream()
                .filter(module -> !module.equals(BASE))
                .forEach(module -> lines.add("    " + id(module) + "[\"" + module + "\"]"));
        ARROWS.forEach((module, known) -> known.stream()
                .filter(other -> !other.equals(BASE) && !isImplied(module, other))
                .forEach(other -> lines.add("    " + id(module) + " --> " + id(other))));
        lines.add("```");
        new GeneratedPart(DOCUMENT, "arrows").mustSay(lines);
    }

    @Test
    void eachPackageIsListedWithItsPurpose() {
        List<String> lines = new ArrayList<>(List.of("| package | purpose | knows |", "|---|---|---|"));
        for (String name : SourceTree.packages()) {
            Set<String> known = ARROWS.get(name);
            lines.add("| %s | %s | %s |"
                    .formatted(
                            known == null ? "`" + name + "`" : "**`" + name + "`**",
                            SourceTree.purpose(name),
                            known == null ? "" : String.join(", ", known)));
        }
        new GeneratedPart(DOCUMENT, "packages").mustSay(lines);
    }

    @Test
    void eachTableIsListedWithWhoWritesIt() {
        List<String> lines = new ArrayList<>(List.of("| table | written by |", "|---|---|"));
        Map<String, SortedSet<String>> writers = SourceTree.writers();
        SourceTree.tables()
                .forEach(table -> lines.add("| `%s` | %s |"
                        .formatted(
                                table,
                                writers.getOrDefault(table, Collections.emptySortedSet()).stream()
                                        .map(name -> "`" + name + "`")
                                        .collect(joining(", ")))));
        new GeneratedPart(DOCUMENT, "tables").mustSay(lines);
    }

    @Test
    void theClassesThatDocumentsNameExist() {
        Set<String> classes = SourceTree.classes();
        List<String> unknown = SourceTree.documents().stream()
                .flatMap(document -> SourceTree.classesNamedIn(document).stream()
                        .filter(name -> !classes.contains(name))
                        .map(name -> name + " in " + document))
                .toList();
        assertThat(unknown)
                .as("classes that documents name and that do not exist")
                .isEmpty();
    }

    @Test
    void theReadmeHasALineForEachModule() {
        assertThat(Path.of("README.md"))
                .content()
                .contains(ARROWS.keySet().stream()
                        .map(each -> "| `" + each + "` |")
                        .toList());
    }

    /** Some modules are called like words of Mermaid's. */
    private static String id(String module) {
        return "m_" + module;
    }

    /** Returns whether another module that one knows leads to the other as well, so that the drawing does without the arrow. */
    private boolean isImplied(String module, String other) {
        return known(module).stream().anyMatch(between -> !between.equals(other) && leads(between, other));
    }

    private boolean leads(String module, String other) {
        return known(module).contains(other) || known(module).stream().anyMatch(between -> leads(between, other));
    }

    private Set<String> known(String module) {
        return ARROWS.getOrDefault(module, Set.of());
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        MODULES.stream()
                .filter(module -> !module.isRootModule())
                .forEach(module -> arrows.put(
                        name(module),
                        module.getDirectDependencies(MODULES)
                                .uniqueModules()
                                .map(ArchitectureDocumentTest::name)
                                .collect(TreeSet::new, Set::add, Set::addAll)));
        return arrows;
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}

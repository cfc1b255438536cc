package org.deviceoffboarding;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources say that the compiler leaves out: the purpose of a package, which tables are written, and what documents name. */
final class SourceTree {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path MIGRATIONS = Path.of("db", "migration");
    private static final String ROOT = "org.deviceoffboarding.";

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");
    private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");
    private static final Pattern WRITES = Pattern.compile(
            "(?:insert into|update|delete from|new CopyTable<>\\(|new VersionedSettings<>\\(\\s*jdbc,)(?=\\s*\"?(\\w+))");

    /** Two humps at least: words of the language have one, and so have a few classes. Permissions go on after a point. */
    private static final Pattern CLASS =
            Pattern.compile("(?:`|participant )([A-Z][a-z]+(?:[A-Z][a-z]+)+)\\b(?!\\.[A-Z])");

    private SourceTree() {}

    /** Lists all packages below the root one, by names such as {@code evaluation.ui}, sorted. */
    static List<String> packages() {
        return files(SOURCES, "package-info.java")
                .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.') + ".")
                .filter(name -> name.startsWith(ROOT) && !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length(), name.length() - 1))
                .sorted()
                .toList();
    }

    /** Returns the sentences over a package. */
    static String purpose(String name) {
        Path info = SOURCES.resolve((ROOT + name).replace('.', '/')).resolve("package-info.java");
        Matcher javadoc = JAVADOC.matcher(read(info));
        if (!javadoc.find()) {
            throw new AssertionError(info + " does not say what the package is for");
        }
        String text = javadoc.group(1)
                .lines()
                .map(line -> line.strip().replaceFirst("^\\*", "").strip())
                .collect(joining(" "))
                .strip();
        return INLINE_TAG.matcher(text).replaceAll("`$1`");
    }

    /** Lists the tables that migrations create, sorted. */
    static List<String> tables() {
        return files(MIGRATIONS, ".sql")
                .flatMap(file -> TABLE.matcher(read(file)).results())
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    /** Returns, for each table, the packages with a statement that changes it, by names such as {@code remediation.execution}. */
    static Map<String, SortedSet<String>> writers() {
        Map<String, SortedSet<String>> writers = new HashMap<>();
        files(SOURCES, ".java")
                .forEach(file -> WRITES.matcher(read(file))
                        .results()
                        .map(write -> write.group(1))
                        .forEach(table -> writers.computeIfAbsent(table, first -> new TreeSet<>())
                                .add(packageOf(file))));
        return writers;
    }

    private static String packageOf(Path source) {
        return SOURCES.relativize(source.getParent())
                .toString()
                .replace('/', '.')
                .substring(ROOT.length());
    }

    /** Lists the documents that say how things are now; decisions say how they were when they were taken. */
    static List<Path> documents() {
        return Stream.concat(Stream.of(Path.of("README.md")), files(Path.of("src", "docs"), ".md"))
                .filter(file -> !file.toString().contains("decisions"))
                .toList();
    }

    /** Returns the classes that a document names, in code or in a drawing. */
    static Set<String> classesNamedIn(Path document) {
        return CLASS.matcher(read(document))
                .results()
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    /** Returns the simple names of all classes with a file of their own, tests and measurements among them. */
    static Set<String> classes() {
        return files(Path.of("src"), ".java")
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(toSet());
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.deviceoffboarding.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What makes up the packaged portal, and the jar that goes into the image. */
final class SizeBench {

    private static final int SHOWN = 20;

    private static final Pattern PART =
            Pattern.compile("BOOT-INF/lib/(.+)|META-INF/VAADIN/webapp/.*|(BOOT-INF/classes)/.*");

    private SizeBench() {}

    static void run() throws IOException {
        print(Path.of("target/portal.jar"));
        Path image = Path.of("target/portal-image.jar");
        if (Files.exists(image)) {
            print(image);
        } else {
            System.out.println("\nFor the image there is no " + image + ": './portal image' makes it.");
        }
    }

    private static void print(Path file) throws IOException {
        Map<String, Long> parts = new LinkedHashMap<>();
        try (ZipFile jar = new ZipFile(file.toFile())) {
            jar.stream().forEach(entry -> parts.merge(part(entry), entry.getCompressedSize(), Long::sum));
        }
        System.out.printf(Locale.ENGLISH, "%n%s: %.1f MB, %d parts%n", file, Files.size(file) / 1e6, parts.size());
        parts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(part ->
                        System.out.printf(Locale.ENGLISH, "  %7.1f MB  %s%n", part.getValue() / 1e6, part.getKey()));
        long rest = parts.values().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .skip(SHOWN)
                .mapToLong(Long::longValue)
                .sum();
        System.out.printf(Locale.ENGLISH, "  %7.1f MB  all others%n", rest / 1e6);
    }

    private static String part(ZipEntry entry) {
        Matcher part = PART.matcher(entry.getName());
        if (!part.matches()) {
            return "what starts it";
        }
        return part.group(1) != null
                ? part.group(1)
                : part.group(2) != null ? "the portal itself" : "the pages' scripts and styles";
    }
}

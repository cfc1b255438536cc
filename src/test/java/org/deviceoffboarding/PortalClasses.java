package org.deviceoffboarding;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.ref.SoftReference;

/** The portal's own classes without its tests, read once for all tests that look at how it is built, while there is memory for them. */
public final class PortalClasses {

    private static SoftReference<JavaClasses> read = new SoftReference<>(null);

    private PortalClasses() {}

    public static synchronized JavaClasses all() {
        JavaClasses classes = read.get();
        if (classes == null) {
            classes = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.deviceoffboarding");
            read = new SoftReference<>(classes);
        }
        return classes;
    }
}

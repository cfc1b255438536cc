package org.deviceoffboarding.instruction.language;

/** What an instruction does with the devices that it describes. */
public enum InstructionType {

    /** They are left out. */
    EXCLUDE("Exclude"),

    /** All others are left out. */
    INCLUDE_ONLY("Include only");

    private final String words;

    InstructionType(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}

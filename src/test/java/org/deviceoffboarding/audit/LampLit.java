package org.deviceoffboarding.audit;

/** Something that is done, for tests to which it does not matter what. */
public record LampLit() implements AuditableAction {

    @Override
    public String action() {
        return "lamp.lit";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return "Lit the lamp";
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE;
    }
}

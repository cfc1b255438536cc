package org.deviceoffboarding.demotenant.population;

import org.jspecify.annotations.Nullable;

/** The people of the company: a few hundred, or as many as a large tenant needs. */
final class Staff {

    static final String DOMAIN = "contoso.example";

    private static final String[] GIVEN = {
        "Anna", "Ben", "Carla", "David", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Kavya", "Liam", "Mei",
        "Nadia", "Omar", "Paula", "Quentin", "Rosa", "Samir", "Tara", "Uwe", "Vera", "Wen", "Ximena", "Yusuf", "Zoe",
        "Adele", "Bruno", "Chiara", "Dmitri", "Emma", "Felix"
    };
    private static final String[] FAMILY = {
        "Weber", "Rossi", "Novak", "Silva", "Kim", "Okafor", "Jensen", "Haddad", "Moreau", "Tanaka", "Kowalski",
        "Lindgren", "Garcia", "Patel", "Fischer", "Murphy", "Costa", "Dubois", "Ivanova", "Schmidt", "Nguyen", "Olsen",
        "Bianchi", "Marin", "Yilmaz", "Horvat", "Peeters", "Santos", "Virtanen", "Walsh", "Zhang"
    };
    private static final String[] DEPARTMENTS = {
        "Stores", "Sales", "Warehouse", "Service", "Design", "Finance", "Marketing", "Purchasing", "IT", "HR"
    };
    private static final String[] TITLES = {"Associate", "Specialist", "Lead", "Manager", "Director"};

    private final Dice dice;
    private final GuidPermutation guids;
    private final int size;

    Staff(int devices, Dice dice, GuidPermutation guids) {
        this.dice = dice;
        this.guids = guids;
        this.size = Math.max(25, devices / 3);
    }

    int size() {
        return size;
    }

    Employee person(int number) {
        String given = GIVEN[number % GIVEN.length];
        String family = FAMILY[number % FAMILY.length];
        int namesakes = number / (GIVEN.length * FAMILY.length);
        String account =
                (given + "." + family).toLowerCase(java.util.Locale.ROOT) + (namesakes == 0 ? "" : namesakes + 1);
        return new Employee(
                guids.of(IdKind.USER, number),
                given + " " + family,
                given,
                family,
                account + "@" + DOMAIN,
                dice.oneOf(number, Roll.DEPARTMENT, DEPARTMENTS),
                dice.oneOf(number, Roll.NAME, TITLES));
    }

    /** Finds somebody by object ID or user principal name. */
    @Nullable
    Employee find(String idOrName) {
        var number = guids.number(IdKind.USER, idOrName);
        if (number.isPresent()) {
            return number.getAsLong() < size ? person((int) number.getAsLong()) : null;
        }
        for (int i = 0; i < size && idOrName.endsWith("@" + DOMAIN); i++) {
            if (person(i).userPrincipalName().equalsIgnoreCase(idOrName)) {
                return person(i);
            }
        }
        return null;
    }

    /** Returns the person who has this device, which none of the devices that many share has. */
    @Nullable
    Employee ownerOf(int device, ObjectKind kind) {
        return switch (kind) {
            case ORDINARY, HYBRID, AUTOPILOT, CLOUD_PC -> person(dice.below(size, device, Roll.OWNER));
            case PRINTER, SECURE_VM, IOT, SHARED, TEAMS_PHONE -> null;
        };
    }

    String departmentOf(int device, @Nullable Employee owner) {
        return owner == null ? dice.oneOf(device, Roll.DEPARTMENT, DEPARTMENTS) : owner.department();
    }
}
